import { Radio, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BulkAction, BulkPreview, BulkRequest, Selection } from '../../contract/bulk-jobs'
import { roleSchema, type Role } from '../../contract/session'
import { previewBulkJob, startBulkJob } from '../api/bulk-api'
import { keys, licencesQuery } from '../api/queries'
import { ChoiceField, type ChoiceOption } from '../fields/choice-field'
import { FormEnd } from '../fields/form-end'
import { useRoleOptions } from '../fields/options'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { jobPath } from '../routes/paths'
import { useJobWords } from './use-job-words'

interface BulkFormProps {
  type: BulkAction['type']
  /** The licence to assign, where it is not to be chosen. */
  fixedLicenceId?: string
  selection: Selection
  onClose: () => void
}

/** Asks for what a bulk change needs to know, shows what it would do, and begins it. */
export function BulkForm({ type, fixedLicenceId, selection, onClose }: BulkFormProps) {
  const { t } = useWords()
  const { problemOf } = useJobWords()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const licences = useQuery(licencesQuery)
  const roles = useRoleOptions()
  const [licenceId, setLicenceId] = useState(fixedLicenceId ?? '')
  const [from, setFrom] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const [seats, setSeats] = useState<BulkRequest['seats']>('all-or-nothing')
  const action = toAction(type, { licenceId, from, role })
  const wanted: BulkRequest | null = action === null ? null : { action, selection, seats }
  const preview = useQuery({
    queryKey: [...keys.jobs, 'preview', wanted],
    queryFn: ({ signal }) => (wanted === null ? null : previewBulkJob(wanted, signal)),
    enabled: wanted !== null,
    staleTime: 0,
    gcTime: 0,
  })
  const starting = useMutation({
    mutationFn: ({ request, expected }: { request: BulkRequest; expected: number }) => startBulkJob(request, expected),
    onSuccess: (job) => {
      client.setQueryData([...keys.jobs, job.id], job)
      navigate(jobPath(job.id))
    },
    onError: () => void preview.refetch(),
  })
  const shown = preview.data ?? null
  const isOfLicence = type === 'assign-licence' || type === 'take-back-licence' || type === 'change-licence'
  const needsLicence = isOfLicence && fixedLicenceId === undefined
  const options = (licences.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const error = starting.error ?? preview.error

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null && shown !== null) starting.mutate({ request: wanted, expected: shown.total })
      }}
    >
      <Stack gap="md">
        <ProblemAlert text={error === null ? null : problemOf(error)} />
        {type === 'change-licence' && (
          <Choice label={t('bulk.from')} value={from} options={options} onChoose={setFrom} isFirst />
        )}
        {needsLicence && (
          <Choice
            label={type === 'change-licence' ? t('bulk.to') : t('bulk.licence')}
            value={licenceId}
            options={options.filter(({ value }) => type !== 'change-licence' || value !== from)}
            onChoose={setLicenceId}
            isFirst={type !== 'change-licence'}
          />
        )}
        {type === 'set-role' && (
          <Choice
            label={t('bulk.role')}
            value={role}
            options={roles}
            isFirst
            onChoose={(value) => setRole(roleSchema.options.find((each) => each === value) ?? '')}
          />
        )}
        {shown?.seats != null && shown.seats.needed > shown.seats.left && (
          <Radio.Group
            label={t('bulk.tooFew', {
              count: shown.seats.needed,
              left: shown.seats.left,
              licence: shown.seats.licence.name,
            })}
            value={seats}
            onChange={(value) => setSeats(value === 'all-or-nothing' ? value : 'as-many-as-there-are')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="all-or-nothing" label={t('bulk.allOrNothing')} />
              <Radio value="as-many-as-there-are" label={t('bulk.asMany')} />
            </Stack>
          </Radio.Group>
        )}
        {wanted !== null && <Preview preview={shown} isLoading={preview.isFetching} />}
        {(type === 'remove' || type === 'deactivate' || type === 'end-sessions') && <Text c="dimmed">{t(`bulk.hints.${type}`)}</Text>}
        <FormEnd
          submit={startText(t, type, shown)}
          isSending={starting.isPending}
          isOff={shown === null || shown.changed === 0 || preview.isFetching}
          isDestructive={type === 'remove'}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}

/** What the button says that begins it. */
function startText(t: ReturnType<typeof useWords>['t'], type: BulkAction['type'], preview: BulkPreview | null): string {
  if (preview === null) return t('bulk.startUnknown')
  if (preview.changed === 0) return t('bulk.startNothing')
  return t(type === 'remove' ? 'bulk.startRemove' : 'bulk.start', { count: preview.changed })
}

function toAction(
  type: BulkAction['type'],
  { licenceId, from, role }: { licenceId: string; from: string; role: Role | '' },
): BulkAction | null {
  switch (type) {
    case 'assign-licence':
    case 'take-back-licence':
      return licenceId === '' ? null : { type, licenceId }
    case 'change-licence':
      return from === '' || licenceId === '' || from === licenceId ? null : { type, from, to: licenceId }
    case 'set-role':
      return role === '' ? null : { type, role }
    default:
      return { type }
  }
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly ChoiceOption[]
  onChoose: (value: string) => void
  isFirst?: boolean
}

function Choice({ label, value, options, onChoose, isFirst = false }: ChoiceProps) {
  const { t } = useWords()
  const all = [{ value: '', label: t('bulk.choose') }, ...options]
  return <ChoiceField className="bulk-choice" label={label} value={value} options={all} onChoose={onChoose} isFirst={isFirst} />
}

function Preview({ preview, isLoading }: { preview: BulkPreview | null; isLoading: boolean }) {
  const { t } = useWords()
  if (preview === null) return isLoading ? <Skeleton height={72} /> : null
  return (
    <ul className="bulk-preview" aria-label={t('bulk.preview')} aria-busy={isLoading}>
      <li>
        <strong>{t('bulk.changed', { count: preview.changed })}</strong>
      </li>
      {preview.unchanged > 0 && <li>{t('bulk.unchanged', { count: preview.unchanged })}</li>}
      {preview.refused.map(({ reason, count }) => (
        <li key={reason}>{t('bulk.refusedFor', { count, reason: t(`bulk.reasons.${reason}`) })}</li>
      ))}
      {preview.seats !== null && (
        <li>
          {t('bulk.seats', {
            count: preview.seats.needed,
            left: preview.seats.left,
            licence: preview.seats.licence.name,
          })}
        </li>
      )}
    </ul>
  )
}

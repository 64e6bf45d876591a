import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import type { ConsoleUser } from '../../contract/console-api'
import { isMeetingProduct } from '../../contract/licence'
import { Dialog } from '../../ui/dialog'
import { licencesQuery } from '../api/queries'
import { FormEnd } from '../fields/form-end'
import { useLastShown } from '../fields/use-last-shown'
import { Rich, useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { isoDate } from '../../ui/licence-state'
import { FailureNotice } from '../shell/failure-notice'
import { changeProblem } from './change-problem'
import { LicenceCheckboxes } from './licence-checkboxes'
import { type LicenceChoice, licenceChoices } from './licence-choices'
import { oneOf } from './licence-names'
import { LicenceRadios } from './licence-radios'
import { useChangeLicence } from './use-change-licence'

interface ChangeLicenceDialogProps {
  /** Null while the dialog is closed. */
  user: ConsoleUser | null
  onClose: () => void
}

/** Gives a user another Meeting licence, or none, and other licences beside it. */
export function ChangeLicenceDialog({ user, onClose }: ChangeLicenceDialogProps) {
  const { t } = useWords()
  const shown = useLastShown(user)

  return (
    <Dialog
      isOpen={user !== null}
      onClose={onClose}
      title={t('changeLicence.title')}
      closeLabel={t('changeLicence.close')}
      width={480}
    >
      {shown !== null && <ChangeLicenceForm key={shown.id} user={shown} onClose={onClose} />}
    </Dialog>
  )
}

function ChangeLicenceForm({ user, onClose }: { user: ConsoleUser; onClose: () => void }) {
  const { t, language } = useWords()
  const licences = useQuery({ ...licencesQuery, staleTime: 0 })
  const changing = useChangeLicence()
  const currentIds = new Set(user.licences.map(({ id }) => id))
  const currentMeetingId = user.licences.find(({ product }) => isMeetingProduct(product))?.id ?? null
  const [meetingId, setMeetingId] = useState(currentMeetingId)
  const [otherIds, setOtherIds] = useState(user.licences.map(({ id }) => id).filter((id) => id !== currentMeetingId))

  const choices = licenceChoices(licences.data ?? [], currentIds, isoDate(new Date(licences.dataUpdatedAt)))
  const isMeeting = ({ licence }: LicenceChoice) => isMeetingProduct(licence.product)
  const meetingChoices = choices.filter(isMeeting)
  const otherChoices = choices.filter((choice) => !isMeeting(choice))
  const wantedIds = meetingId === null ? otherIds : [meetingId, ...otherIds]
  const change = {
    give: wantedIds.filter((id) => !currentIds.has(id)),
    takeBack: [...currentIds].filter((id) => !wantedIds.includes(id)),
  }
  const isBlocked = choices.some(({ licence, blocked }) => blocked !== null && change.give.includes(licence.id))
  const isChange = change.give.length + change.takeBack.length > 0 && !isBlocked
  // What failed is named as it was asked for, even when another licence is chosen by then.
  const asked = choices.filter(({ licence }) => changing.variables?.change.give.includes(licence.id))
  const problem =
    changing.error === null
      ? null
      : t(`changeLicence.problems.${changeProblem(changing.error)}`, {
          licence: oneOf(
            asked.map(({ licence }) => licence),
            language,
          ),
        })

  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isChange) changing.mutate({ user, change }, { onSuccess: onClose })
  }

  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <Text>
          <Rich words="changeLicence.of" values={{ name: user.name }} parts={{ b: <strong /> }} />
        </Text>
        <ProblemAlert text={problem} />
        {licences.data !== undefined ? (
          <>
            <LicenceRadios
              choices={meetingChoices}
              hasNone={currentMeetingId === null}
              value={meetingId}
              onChange={setMeetingId}
            />
            {otherChoices.length > 0 && (
              <LicenceCheckboxes choices={otherChoices} value={otherIds} onChange={setOtherIds} />
            )}
          </>
        ) : licences.isError ? (
          <FailureNotice
            error={licences.error}
            isRetrying={licences.isFetching}
            onRetry={() => void licences.refetch()}
          />
        ) : (
          <Stack gap="xs" role="status" aria-label={t('changeLicence.loading')}>
            {[0, 1, 2, 3].map((row) => (
              <Skeleton key={row} height={56} />
            ))}
          </Stack>
        )}
        <FormEnd submit={t('changeLicence.save')} isSending={changing.isPending} isOff={!isChange} onCancel={onClose} />
      </Stack>
    </form>
  )
}

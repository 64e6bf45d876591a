import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconCheck, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { PasswordLinks, PasswordLinksOf } from '../../contract/password-links'
import { mostPasswordLinks } from '../../contract/password-links'
import { Dialog } from '../../ui/dialog'
import { failureOf } from '../api/failure'
import { setupQuery } from '../api/queries'
import { makePasswordLinks } from '../api/users-api'
import { FormEnd } from '../fields/form-end'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { jobPath } from '../routes/paths'
import { saveFile } from './save-file'
import { useJobWords } from './use-job-words'

interface PasswordLinksDialogProps {
  isOpen: boolean
  of: PasswordLinksOf
  /** Users that are meant. */
  count: number
  onClose: () => void
}

/** Makes links for the first passwords of many users: each is mailed, or all can be saved this once. */
export function PasswordLinksDialog({ isOpen, onClose, ...about }: PasswordLinksDialogProps) {
  const { t } = useWords()
  const [made, setMade] = useState<PasswordLinks | null>(null)
  const close = () => {
    // Nothing of the secrets stays.
    setMade(null)
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t(titleOf(made))}
      closeLabel={t('changeLicence.close')}
      width={520}
    >
      {made === null ? <MakeForm {...about} onMade={setMade} onCancel={close} /> : <Made links={made} onClose={close} />}
    </Dialog>
  )
}

function titleOf(made: PasswordLinks | null) {
  if (made === null) return 'passwordLinks.title'
  return made.csv === null ? 'passwordLinks.mailedTitle' : 'passwordLinks.madeTitle'
}

interface MakeFormProps {
  of: PasswordLinksOf
  count: number
  onMade: (made: PasswordLinks) => void
  onCancel: () => void
}

function MakeForm({ of, count, onMade, onCancel }: MakeFormProps) {
  const { t } = useWords()
  const { problemOf } = useJobWords()
  const canMail = useQuery(setupQuery).data?.sendsMail === true
  const [way, setWay] = useState<'mail' | 'file'>('mail')
  const isMailed = canMail && way === 'mail'
  const making = useMutation({ mutationFn: () => makePasswordLinks({ of, isMailed }), onSuccess: onMade, gcTime: 0 })
  const problem = (error: Error) => {
    const failure = failureOf(error)
    if (failure.kind !== 'refused') return problemOf(error)
    if (failure.error === 'invalid') return t('passwordLinks.tooMany', { most: mostPasswordLinks })
    return failure.error === 'too-many-requests' ? t('passwordLinks.tooOften') : problemOf(error)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate()
      }}
    >
      <Stack gap="md">
        <ProblemAlert text={making.error === null ? null : problem(making.error)} />
        <Text>{t(of.kind === 'import' ? 'passwordLinks.ofImport' : 'passwordLinks.ofSelection', { count })}</Text>
        {canMail && (
          <Radio.Group label={t('passwordLinks.how')} value={way} onChange={(value) => setWay(value === 'file' ? value : 'mail')}>
            <Stack gap="xs" mt="xs">
              <Radio value="mail" label={t('passwordLinks.mail')} />
              <Radio value="file" label={t('passwordLinks.file')} />
            </Stack>
          </Radio.Group>
        )}
        <Text c="dimmed">{t('passwordLinks.hint')}</Text>
        {!isMailed && <Text c="dimmed">{t('passwordLinks.byFile')}</Text>}
        <FormEnd submit={t(isMailed ? 'passwordLinks.send' : 'passwordLinks.make')} isSending={making.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  )
}

function Made({ links: { made, leftOut, csv, jobId }, onClose }: { links: PasswordLinks; onClose: () => void }) {
  const { t } = useWords()
  const [isSaved, setIsSaved] = useState(false)
  const isMailed = csv === null
  const save = () => {
    saveFile('password-links.csv', 'text/csv;charset=utf-8', csv ?? '')
    setIsSaved(true)
  }
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>
          {made === 0 ? t('passwordLinks.none') : t(isMailed ? 'passwordLinks.mailed' : 'passwordLinks.made', { count: made })}
        </Text>
        {leftOut > 0 && <Text>{t('passwordLinks.leftOut', { count: leftOut })}</Text>}
      </div>
      {made > 0 && <Text>{t(isMailed ? 'passwordLinks.goesOn' : 'passwordLinks.secret')}</Text>}
      <Group gap="xs">
        {made > 0 && !isMailed && (
          <Button
            data-autofocus
            leftSection={isSaved ? <IconCheck size={16} aria-hidden /> : <IconDownload size={16} aria-hidden />}
            onClick={save}
          >
            {t('passwordLinks.save')}
          </Button>
        )}
        {jobId !== null && (
          <Button component={Link} href={jobPath(jobId)} onClick={onClose} data-autofocus>
            {t('passwordLinks.follow')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('scriptTokens.made.done')}
        </Button>
        <Text role="status" size="xs">
          {isSaved ? t('passwordLinks.saved') : ''}
        </Text>
      </Group>
    </Stack>
  )
}

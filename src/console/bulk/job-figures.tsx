import { Alert, Anchor, Button, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Job } from '../../contract/bulk-jobs'
import { setupQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { readUsersView, writeUsersView } from '../users/users-address'
import { PasswordLinksDialog } from './password-links-dialog'
import { isMoving } from './use-job'
import { useJobWords } from './use-job-words'

/** How many users a job has left to change. */
export function leftOf(job: Job): number {
  return job.total - job.done - job.unchanged - job.refused
}

/** How far a job is, and what came of how many; of an import that is only checked, what would. */
export function JobFigures({ job }: { job: Job }) {
  const { t } = useWords()
  const { resultOf } = useJobWords()
  const isMailing = job.action?.type === 'mail-password-links'
  const isChecked = job.kind === 'import' && job.state === 'ready'
  const left = leftOf(job)
  const through = job.total - left
  const text =
    job.state === 'checking'
      ? t('jobs.checking')
      : isChecked
        ? t('import.checked')
        : t('jobs.progress', { count: through, total: job.total })
  const counts = isChecked
    ? [
        { name: t('import.possible'), number: left },
        { name: t('import.impossible'), number: job.refused },
      ]
    : (['done', 'unchanged', 'refused'] as const)
        .filter((name) => name !== 'unchanged' || job.unchanged > 0 || (job.kind !== 'import' && !isMailing))
        .map((name) => ({
          name: job.kind === 'import' && name === 'done' ? t('import.imported') : resultOf(job, name),
          number: job[name],
        }))
  return (
    <div className="jobs-figures">
      <Text role="status">{text}</Text>
      {isMoving(job) && (
        <Progress.Root size={8}>
          <Progress.Section
            value={job.total === 0 ? 0 : (through / job.total) * 100}
            aria-label={t('jobs.progressName')}
            aria-valuetext={text}
          />
        </Progress.Root>
      )}
      {isMailing && isMoving(job) && <MailNeeded />}
      {job.problem !== null && (
        <Alert color="red" variant="light" className="notice" icon={<IconAlertTriangle aria-hidden />}>
          {t(`jobs.problems.${job.problem}`)}
        </Alert>
      )}
      <dl className="jobs-counts">
        {counts.map(({ name, number }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{t('jobs.number', { number })}</dd>
          </div>
        ))}
      </dl>
      {job.kind === 'import' && job.state === 'done' && job.done > 0 && job.undoneBy === null && <AfterImport job={job} />}
    </div>
  )
}

/** Says where mails wait for a server. */
function MailNeeded() {
  const { t } = useWords()
  const setup = useQuery(setupQuery)
  return setup.data?.sendsMail === false ? <Text>{t('jobs.mailNeeded')}</Text> : null
}

/** Imported users have no password yet: how they come by one. */
function AfterImport({ job }: { job: Job }) {
  const { t } = useWords()
  const [isMakingLinks, setIsMakingLinks] = useState(false)
  const setup = useQuery(setupQuery)
  if (setup.data === undefined) return null
  return (
    <div className="part-link">
      <Text>{t(setup.data.sendsMail ? 'import.next.byMail' : 'import.next.byHand')}</Text>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setIsMakingLinks(true)}>
        {t('passwordLinks.title')}
      </Button>
      <PasswordLinksDialog
        isOpen={isMakingLinks}
        of={{ kind: 'import', jobId: job.id }}
        count={job.done}
        onClose={() => setIsMakingLinks(false)}
      />
      <Anchor component={Link} href={`${paths.users}${writeUsersView({ ...readUsersView(''), lastSeen: 'never' })}`}>
        {t('import.next.show')}
      </Anchor>
    </div>
  )
}

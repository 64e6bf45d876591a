import './bulk.css'
import { Anchor, Badge, Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconListCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Job } from '../../contract/bulk-jobs'
import { regionOf } from '../../ui/region'
import { fetchJobs, jobsExportAddress } from '../api/bulk-api'
import { isRefusal } from '../api/failure'
import { keys } from '../api/queries'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { jobPath, paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { isMoving } from './use-job'
import { useJobWords } from './use-job-words'

/** The changes to many users of the last thirty days. */
export function JobsPage() {
  const { t } = useWords()
  const jobs = useQuery({
    queryKey: keys.jobs,
    queryFn: ({ signal }) => fetchJobs(signal),
    refetchInterval: ({ state }) => (state.data?.some(isMoving) === true ? 2_000 : false),
  })
  return (
    <div className="jobs">
      <PageHeading>{t('jobs.title')}</PageHeading>
      <Text c="dimmed">{t('jobs.introduction')}</Text>
      {jobs.data === undefined ? (
        jobs.isError ? (
          !isRefusal(jobs.error, 'not-signed-in') && (
            <FailureNotice error={jobs.error} isRetrying={jobs.isFetching} onRetry={() => void jobs.refetch()} />
          )
        ) : (
          <div role="status" aria-label={t('jobs.loading')} className="jobs-list">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} height={56} mb="xs" />
            ))}
          </div>
        )
      ) : jobs.data.length === 0 ? (
        <EmptyNotice
          icon={<IconListCheck size={40} />}
          title={t('jobs.empty.title')}
          text={t('jobs.empty.text')}
          action={
            <Group gap="xs" justify="center">
              <Button component={Link} href={paths.users}>
                {t('jobs.empty.users')}
              </Button>
              <Button component={Link} href={paths.import} variant="default">
                {t('import.title')}
              </Button>
            </Group>
          }
        />
      ) : (
        <>
          <ExportLink address={jobsExportAddress} />
          <ul className="jobs-list" aria-label={t('jobs.title')}>
            {jobs.data.map((job) => (
              <JobEntry key={job.id} job={job} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function JobEntry({ job }: { job: Job }) {
  const { t, language } = useWords()
  const { titleOf } = useJobWords()
  const time = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(job.createdAt)
  return (
    <li className="jobs-entry">
      <div>
        <Anchor component={Link} href={jobPath(job.id)} fw={600} className="breakable">
          {titleOf(job)}
        </Anchor>
        <Text c="dimmed" className="breakable">
          {t('jobs.by', { author: job.authorEmail, time })}
        </Text>
      </div>
      <Text>{t('jobs.users', { count: job.total })}</Text>
      <JobState job={job} />
    </li>
  )
}

const colors: Readonly<Record<Job['state'], string>> = {
  uploaded: 'gray',
  checking: 'indigo',
  ready: 'yellow',
  waiting: 'indigo',
  running: 'indigo',
  stopping: 'yellow',
  stopped: 'yellow',
  failed: 'red',
  done: 'green',
}

/** How a job stands, in a word. */
export function JobState({ job }: { job: Job }) {
  const { t } = useWords()
  return (
    <Badge className="badge" variant="light" color={colors[job.state]}>
      {t(`jobs.states.${job.state}`)}
    </Badge>
  )
}

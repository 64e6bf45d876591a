import './bulk.css'
import { Anchor, Button, Group, Skeleton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconArrowLeft, IconDownload } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { Job } from '../../contract/bulk-jobs'
import { beginImport, directJob, resultsExportAddress } from '../api/bulk-api'
import { isRefusal } from '../api/failure'
import { keys } from '../api/queries'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { jobPath, paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { JobFigures, leftOf } from './job-figures'
import { JobResults } from './job-results'
import { JobState } from './jobs-page'
import { useJob } from './use-job'
import { useJobWords } from './use-job-words'

/** How far a change to many users is, and what came of each. One can leave it and come back. */
export function JobPage({ id }: { id: string }) {
  const { t } = useWords()
  const job = useJob(id)
  return (
    <div className="jobs">
      <Anchor component={Link} href={paths.jobs} className="back-link">
        <IconArrowLeft size={16} aria-hidden />
        {t('jobs.all')}
      </Anchor>
      {job.data !== undefined ? <KnownJob job={job.data} /> : <NoJob job={job} />}
    </div>
  )
}

function KnownJob({ job }: { job: Job }) {
  const { titleOf } = useJobWords()
  return (
    <>
      <div className="jobs-head">
        <PageHeading>{titleOf(job)}</PageHeading>
        <JobState job={job} />
      </div>
      <JobFigures job={job} />
      <JobDirections job={job} />
      {job.state !== 'uploaded' && job.state !== 'checking' && <JobResults key={job.state === 'ready' ? 'checked' : 'begun'} job={job} />}
    </>
  )
}

/** While it loads, when it can't be loaded, or when there is none. */
function NoJob({ job }: { job: ReturnType<typeof useJob> }) {
  const { t } = useWords()
  return (
    <>
      <PageHeading>{t('jobs.title')}</PageHeading>
      {isRefusal(job.error, 'not-found') ? (
        <EmptyNotice
          icon={<IconAlertTriangle size={40} />}
          title={t('jobs.gone.title')}
          text={t('jobs.gone.text')}
          action={
            <Button component={Link} href={paths.jobs}>
              {t('jobs.all')}
            </Button>
          }
        />
      ) : job.isError ? (
        !isRefusal(job.error, 'not-signed-in') && (
          <FailureNotice error={job.error} isRetrying={job.isFetching} onRetry={() => void job.refetch()} />
        )
      ) : (
        <div role="status" aria-label={t('jobs.loading')} className="jobs-figures">
          <Skeleton height={160} />
        </div>
      )}
    </>
  )
}

function JobDirections({ job }: { job: Job }) {
  const { t } = useWords()
  const { problemOf } = useJobWords()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const directing = useMutation({
    mutationFn: (direction: 'stop' | 'resume' | 'undo' | 'begin') =>
      direction === 'begin' ? beginImport(job.id) : directJob(job.id, direction),
    onSuccess: (next) => {
      void client.invalidateQueries({ queryKey: keys.jobs, exact: true })
      client.setQueryData([...keys.jobs, next.id], next)
      void client.invalidateQueries({ queryKey: [...keys.jobs, job.id] })
      if (next.id !== job.id) navigate(jobPath(next.id))
    },
  })
  const direct = (direction: 'stop' | 'resume' | 'undo' | 'begin') => () => directing.mutate(direction)
  const left = leftOf(job)
  const canResume = (job.state === 'stopped' || job.state === 'failed') && left > 0 && job.undoneBy === null
  return (
    <>
      <ProblemAlert text={directing.error === null ? null : problemOf(directing.error)} />
      <Group gap="xs">
        {job.state === 'ready' && left > 0 && (
          <Button loading={directing.isPending} onClick={direct('begin')}>
            {t('import.begin', { count: left })}
          </Button>
        )}
        {job.kind === 'import' && job.state === 'ready' && left === 0 && (
          <Button component={Link} href={paths.import}>
            {t('import.another')}
          </Button>
        )}
        {(job.state === 'running' || job.state === 'waiting') && (
          <Button variant="default" loading={directing.isPending} onClick={direct('stop')}>
            {t('jobs.stop')}
          </Button>
        )}
        {canResume && (
          <Button loading={directing.isPending} onClick={direct('resume')}>
            {t('jobs.resume')}
          </Button>
        )}
        {job.canUndo && (
          <Button variant="default" loading={directing.isPending} onClick={direct('undo')}>
            {t('jobs.undo')}
          </Button>
        )}
        {job.undoneBy !== null && (
          <Button component={Link} variant="default" href={jobPath(job.undoneBy)}>
            {t('jobs.undone')}
          </Button>
        )}
        {job.total > 0 && (
          <Button
            component="a"
            variant="default"
            href={resultsExportAddress(job.id)}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('jobs.saveResults')}
          </Button>
        )}
      </Group>
    </>
  )
}

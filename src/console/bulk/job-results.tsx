import { Input, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Job, JobResult } from '../../contract/bulk-jobs'
import { fetchResults } from '../api/bulk-api'
import { isRefusal } from '../api/failure'
import { keys } from '../api/queries'
import { MoreButton } from '../fields/more-button'
import { useWords } from '../i18n/words'
import { FailureNotice } from '../shell/failure-notice'
import { SkeletonRows } from '../users/skeleton-rows'
import { EmailCell } from '../users/user-cells'
import { useJobWords } from './use-job-words'

const states = ['pending', 'done', 'unchanged', 'refused'] as const

/** What came of each user of a job, by what came of them. */
export function JobResults({ job }: { job: Job }) {
  const { t } = useWords()
  const { resultOf } = useJobWords()
  const id = useId()
  const [state, setState] = useState<JobResult['state'] | ''>(job.state === 'ready' && job.refused > 0 ? 'refused' : '')
  const results = useInfiniteQuery({
    queryKey: [...keys.jobs, job.id, 'results', state],
    queryFn: ({ pageParam, signal }) => fetchResults(job.id, state, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
  const rows = results.data?.pages.flatMap((page) => page.results) ?? null
  return (
    <div className="jobs-results">
      <div>
        <Input.Label htmlFor={id}>{t('jobs.show')}</Input.Label>{' '}
        <select
          id={id}
          value={state}
          onChange={(event) => setState(states.find((each) => each === event.currentTarget.value) ?? '')}
        >
          <option value="">{t('jobs.results.all')}</option>
          {states.map((each) => (
            <option key={each} value={each}>
              {resultOf(job, each)}
            </option>
          ))}
        </select>
      </div>
      {results.isError && rows === null ? (
        !isRefusal(results.error, 'not-signed-in') && (
          <FailureNotice error={results.error} isRetrying={results.isFetching} onRetry={() => void results.refetch()} />
        )
      ) : rows?.length === 0 ? (
        <Text c="dimmed">{t('jobs.noResults')}</Text>
      ) : (
        <Table className="jobs-table" aria-label={t('jobs.resultsOf')} aria-busy={rows === null}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{job.kind === 'import' ? t('jobs.row') : t('jobs.numberName')}</Table.Th>
              <Table.Th scope="col">{t('users.columns.name')}</Table.Th>
              <Table.Th scope="col">{t('users.columns.email')}</Table.Th>
              <Table.Th scope="col">{t('jobs.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows === null ? (
              <SkeletonRows columns={4} />
            ) : (
              rows.map((result) => <ResultRow key={result.position} result={result} job={job} />)
            )}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton label={t('jobs.more')} list={results} />
    </div>
  )
}

function ResultRow({ result, job }: { result: JobResult; job: Job }) {
  const { t } = useWords()
  const { resultOf } = useJobWords()
  return (
    <Table.Tr>
      {/* The head of a file is its first row. */}
      <Table.Td data-column="position">{t('jobs.number', { number: result.position + (job.kind === 'import' ? 1 : 0) })}</Table.Td>
      <Table.Td className="breakable">{result.name}</Table.Td>
      <Table.Td>
        <EmailCell email={result.email} />
      </Table.Td>
      <Table.Td data-state={result.state}>
        {resultOf(job, result.state)}
        {result.reasons.length > 0 && (
          <Text c="dimmed">{result.reasons.map((reason) => t(`bulk.reasons.${reason}`)).join('; ')}</Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

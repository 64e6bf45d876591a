import { Button, Group, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { isRefusal } from '../api/failure'
import { endSession, ownSessionsExportAddress, ownSessionsQuery } from '../api/own-account-api'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { FailureNotice } from '../shell/failure-notice'
import { formProblem } from './form-problem'
import { SessionRow } from './session-row'

/** Where the account is signed in, with the way out of each. */
export function Sessions() {
  const { t } = useWords()
  const id = useId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const sessions = useQuery(ownSessionsQuery)
  const ending = useMutation({
    mutationFn: endSession,
    onSuccess: (_, ended) =>
      announce({
        outcome: 'done',
        text: t(ended === null ? 'ownAccount.sessions.endedAll' : 'ownAccount.sessions.ended'),
      }),
    onError: (error) => announce({ outcome: 'failed', text: t(`ownAccount.problems.${formProblem(error)}`) }),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('ownAccount.sessions.title')}</h2>
      {sessions.data !== undefined ? (
        <>
          <ul className="part-list">
            {sessions.data.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                isEnding={ending.isPending && ending.variables === session.id}
                onEnd={() => ending.mutate(session.id)}
              />
            ))}
          </ul>
          <Group gap="xs" className="part-action">
            {sessions.data.length > 1 && (
              <Button variant="default" loading={ending.isPending && ending.variables === null} onClick={() => ending.mutate(null)}>
                {t('ownAccount.sessions.endAll')}
              </Button>
            )}
            <ExportLink address={ownSessionsExportAddress} />
          </Group>
        </>
      ) : sessions.isError ? (
        !isRefusal(sessions.error, 'not-signed-in') && (
          <FailureNotice
            error={sessions.error}
            isRetrying={sessions.isFetching}
            onRetry={() => void sessions.refetch()}
          />
        )
      ) : (
        <Skeleton height={64} role="status" aria-label={t('ownAccount.loading')} />
      )}
    </section>
  )
}

import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { UserPage } from '../../contract/console-users'
import { endUserSession, userSessionsExportAddress } from '../api/users-api'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { SessionRow } from '../own-account/session-row'
import { useUserAct } from './use-user-act'

/** Where a user is signed in, with the way out of each. */
export function UserSessions({ page: { user, sessions, isYourself, hasPassword } }: { page: UserPage }) {
  const { t } = useWords()
  const ending = useUserAct()
  const [ended, setEnded] = useState<string | null>(null)
  const { id, name } = user
  const end = (sessionId: string | null, text: string) => {
    setEnded(sessionId)
    ending.mutate({ run: () => endUserSession(id, sessionId), text })
  }
  if (sessions.length === 0) return <Text c="dimmed">{t(hasPassword ? 'userPage.signIn.nowhere' : 'userPage.signIn.noPassword', { name })}</Text>
  return (
    <>
      <ul className="part-list">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isEnding={ending.isPending && ended === session.id}
            onEnd={() => end(session.id, t('ownAccount.sessions.ended'))}
          />
        ))}
      </ul>
      <div className="part-actions">
        {sessions.some(({ isCurrent }) => !isCurrent) && (
          <Button
            variant="default"
            loading={ending.isPending && ended === null}
            onClick={() => end(null, t(isYourself ? 'ownAccount.sessions.endedAll' : 'userPage.signIn.ended', { name }))}
          >
            {t(isYourself ? 'ownAccount.sessions.endAll' : 'userPage.signIn.endAll')}
          </Button>
        )}
        <ExportLink address={userSessionsExportAddress(id)} />
      </div>
      <Text size="xs" c="dimmed">
        {t('userPage.signIn.endHint')}
      </Text>
    </>
  )
}

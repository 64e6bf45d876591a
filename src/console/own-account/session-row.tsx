import { Button, Text } from '@mantine/core'
import type { OwnSession } from '../../contract/own-account'
import { useWords } from '../i18n/words'
import { SessionLine, useSessionWords } from './session-line'

interface SessionRowProps {
  session: OwnSession
  isEnding: boolean
  onEnd: () => void
}

/** A browser or a computer where an account is signed in, with the way out of it. */
export function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const { t } = useWords()
  const { name, time } = useSessionWords()(session)
  return (
    <li>
      <SessionLine session={session} />
      {session.isCurrent ? (
        <Text size="sm">{t('ownAccount.sessions.current')}</Text>
      ) : (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('ownAccount.sessions.endNamed', { name, time })}
          loading={isEnding}
          onClick={onEnd}
        >
          {t('ownAccount.sessions.end')}
        </Button>
      )}
    </li>
  )
}

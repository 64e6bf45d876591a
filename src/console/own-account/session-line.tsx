import { Text } from '@mantine/core'
import type { OwnSession } from '../../contract/own-account'
import { regionOf } from '../../ui/region'
import { useWords } from '../i18n/words'
import { browserName } from './browser-name'

/** How a session is called, and since when it is. */
export function useSessionWords() {
  const { t, language } = useWords()
  return ({ kind, userAgent, startedAt }: OwnSession) => ({
    name: kind === 'app' ? t('ownAccount.sessions.app') : (browserName(userAgent) ?? t('ownAccount.sessions.browser')),
    time: new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(startedAt),
  })
}

/** A browser or a computer where an account is signed in. */
export function SessionLine({ session }: { session: OwnSession }) {
  const { t } = useWords()
  const { name, time } = useSessionWords()(session)
  return (
    <div className="part-entry">
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed" className="breakable">
        {session.address === null
          ? t('ownAccount.sessions.since', { time })
          : t('ownAccount.sessions.sinceFrom', { time, address: session.address })}
      </Text>
    </div>
  )
}

import { Anchor, Text } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'wouter'
import type { ConsoleEvent } from '../../contract/console-events'
import type { UserPage } from '../../contract/console-users'
import { regionOf } from '../../ui/region'
import { useEventWords } from '../events/use-event-words'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'

/** What the user did and what was done to it, the newest first. */
export function EventsPart({ user, events }: { user: UserPage['user']; events: readonly ConsoleEvent[] }) {
  const { t } = useWords()
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('userPage.events.title')}</h2>
      {events.length === 0 ? (
        <Text c="dimmed">{t('userPage.events.none')}</Text>
      ) : (
        <ol className="user-events">
          {events.map((event) => (
            <EventEntry key={event.number} event={event} email={user.email} />
          ))}
        </ol>
      )}
      <Anchor component={Link} href={`${paths.events}?${new URLSearchParams({ affected: user.email }).toString()}`}>
        {t('userPage.events.all')}
      </Anchor>
    </section>
  )
}

function EventEntry({ event, email }: { event: ConsoleEvent; email: string }) {
  const { t, language } = useWords()
  const { nameOf, affectedOf, changesOf } = useEventWords()
  const { at, name, author, affected } = event
  const time = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  const by = author === null ? t('userPage.events.byWorkspace') : t('userPage.events.by', { author })
  return (
    <li>
      <Text fw={600}>{nameOf(name)}</Text>
      <Text size="sm" className="breakable">
        {changesOf(event)
          .map(({ text }) => text)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" className="breakable">
        <time dateTime={new Date(at).toISOString()}>{time}</time>
        {' · '}
        {affected === email ? by : t('userPage.events.to', { affected: affectedOf(affected) })}
      </Text>
    </li>
  )
}

import { Table, Text } from '@mantine/core'
import type { ConsoleEvent } from '../../contract/console-events'
import { regionOf } from '../../ui/region'
import { useWords } from '../i18n/words'
import { EmailCell } from '../users/user-cells'
import { SkeletonRows } from '../users/skeleton-rows'
import { useEventWords } from './use-event-words'

const columns = ['at', 'name', 'author', 'affected', 'changes', 'address'] as const

/** Entries of the log, or their shape while they load. */
export function EventsTable({ events }: { events: readonly ConsoleEvent[] | null }) {
  const { t } = useWords()
  return (
    <Table className="events-table" aria-label={t('events.title')} aria-busy={events === null}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`events.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {events === null ? (
          <SkeletonRows columns={columns.length} />
        ) : (
          events.map((event) => <EventRow key={event.number} event={event} />)
        )}
      </Table.Tbody>
    </Table>
  )
}

function EventRow({ event }: { event: ConsoleEvent }) {
  const { t, language } = useWords()
  const { nameOf, affectedOf, changesOf } = useEventWords()
  const time = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'medium' }).format(event.at)
  const label = (column: (typeof columns)[number]) => t(`events.columns.${column}`)
  return (
    <Table.Tr>
      <Table.Td data-label={label('at')}>
        <time dateTime={new Date(event.at).toISOString()}>{time}</time>
      </Table.Td>
      <Table.Td data-label={label('name')}>
        <Text fw={600}>{nameOf(event.name)}</Text>
      </Table.Td>
      <Table.Td data-label={label('author')} className="breakable">
        {event.author === null ? t('events.workspace') : <EmailCell email={event.author} />}
      </Table.Td>
      <Table.Td data-label={label('affected')} className="breakable">
        {affectedOf(event.affected)}
      </Table.Td>
      <Table.Td data-label={label('changes')} className="breakable">
        {changesOf(event).map(({ field, text }) => (
          <div key={field}>{text}</div>
        ))}
      </Table.Td>
      <Table.Td data-label={label('address')} className="breakable">
        {event.address ?? ''}
      </Table.Td>
    </Table.Tr>
  )
}

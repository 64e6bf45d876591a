import './events.css'
import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconListSearch } from '@tabler/icons-react'
import { useLocation, useSearch } from 'wouter'
import { eventsExportAddress, eventsQuery } from '../api/events-api'
import { isRefusal } from '../api/failure'
import { MoreButton } from '../fields/more-button'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { EventsCheck } from './events-check'
import { noFilter, readEventsFilter, toEventsSearch, writeEventsFilter, type EventsFilter } from './events-address'
import { EventsFilterForm } from './events-filter-form'
import { EventsRetentionChoice } from './events-retention-choice'
import { EventsTable } from './events-table'

/** Who did what to whom, and when. What is shown stands in the page's address. */
export function EventsPage() {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const filter = readEventsFilter(useSearch())
  const events = useInfiniteQuery(eventsQuery((before) => toEventsSearch(filter, before)))
  const show = (wanted: EventsFilter) => navigate(`${paths.events}${writeEventsFilter(wanted)}`)
  const rows = events.data?.pages.flatMap((page) => page.events) ?? null

  return (
    <div className="events">
      <PageHeading>{t('events.title')}</PageHeading>
      <Text c="dimmed">{t('events.introduction')}</Text>
      <div className="events-tools">
        <EventsCheck />
        <Button
          component="a"
          variant="default"
          href={eventsExportAddress(toEventsSearch(filter, null))}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('events.export')}
        </Button>
        <EventsRetentionChoice />
      </div>
      <EventsFilterForm key={writeEventsFilter(filter)} filter={filter} onFilter={show} />
      {events.isError && rows === null ? (
        !isRefusal(events.error, 'not-signed-in') && (
          <FailureNotice error={events.error} isRetrying={events.isFetching} onRetry={() => void events.refetch()} />
        )
      ) : rows?.length === 0 ? (
        <EmptyNotice
          icon={<IconListSearch size={40} />}
          title={t('events.noMatch.title')}
          text={t('events.noMatch.text')}
          action={<Button onClick={() => show(noFilter)}>{t('events.clear')}</Button>}
        />
      ) : (
        <EventsTable events={rows} />
      )}
      <MoreButton label={t('events.more')} list={events} />
    </div>
  )
}

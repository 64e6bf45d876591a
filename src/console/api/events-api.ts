import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { consoleApiPrefix } from '../../contract/page-paths'
import {
  eventsCheckSchema,
  eventsPageSchema,
  eventsRetentionSchema,
  type EventsCheckAnswer,
  type EventsRetention,
} from '../../contract/console-events'
import { request } from './request'

const path = `${consoleApiPrefix}/events`

/** Where everything of a search can be had as a file. */
export const eventsExportAddress = (search: string) => `${path}/export?${search}`

/** `GET /events`: the newest entries of a search, and older ones page by page. */
export const eventsQuery = (searchBefore: (before: number | null) => string) =>
  infiniteQueryOptions({
    queryKey: ['events', searchBefore(null)],
    queryFn: ({ signal, pageParam }) => request(`${path}?${searchBefore(pageParam)}`, eventsPageSchema, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
  })

/** `GET /events/retention` */
export const eventsRetentionQuery = queryOptions({
  queryKey: ['events-retention'],
  queryFn: ({ signal }) => request(`${path}/retention`, eventsRetentionSchema, { signal }),
})

/** `PUT /events/retention` */
export function setEventsRetention(retention: EventsRetention): Promise<EventsRetention> {
  return request(`${path}/retention`, eventsRetentionSchema, { method: 'PUT', body: retention })
}

/** `POST /events/check` */
export function checkEventLog(): Promise<EventsCheckAnswer> {
  return request(`${path}/check`, eventsCheckSchema, { method: 'POST' })
}

import { z } from 'zod'
import type { ConsoleEvent } from '../../contract/console-events'
import type { FoundEvent } from '../events/find-events'

const detailsSchema = z.record(z.string(), z.unknown())

/** An entry of the event log as the console shows it. */
export function toConsoleEvent(event: FoundEvent): ConsoleEvent {
  const { number, name, at, authorEmail, affectedItem, details, address } = event
  const read: unknown = JSON.parse(details)
  return { number, name, at, author: authorEmail, affected: affectedItem, details: detailsSchema.parse(read), address }
}

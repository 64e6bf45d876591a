import { z } from 'zod'
import type { eventTypes } from '../../contract/web-api-events';
import { apiEventsSchema, eventLoggingQuerySchema } from '../../contract/web-api-events'
import { listEvents, type StoredEvent } from '../events/list-events'
import type { EventName } from '../events/record-event'
import { writeCursor } from '../http/cursor'
import { readContinuation } from './continuation'
import { route, type ApiRoute } from './route'
import { toApiMoment } from './to-api'

type EventType = (typeof eventTypes)[number]

/** The vendor's types of events, for each of Parley's names. */
const typeOf: Readonly<Record<EventName, EventType>> = {
  CompanyCreated: 'CompanyAdministration',
  EditCompany: 'CompanyAdministration',
  CompanyDeletionAsked: 'CompanyAdministration',
  CompanyDeletionWithdrawn: 'CompanyAdministration',
  UserCreated: 'CompanyAdministration',
  UserDeleted: 'CompanyAdministration',
  UserRemovedFromCompany: 'CompanyAdministration',
  UserActivated: 'CompanyAdministration',
  UserDeactivated: 'CompanyAdministration',
  JoinCompany: 'CompanyAdministration',
  EditUserPermissions: 'CompanyAdministration',
  EditUserProperties: 'UserProfile',
  PasswordLinkMade: 'UserProfile',
  PasswordLinkWithdrawn: 'UserProfile',
  SessionsEnded: 'UserProfile',
  UserInvited: 'CompanyAdministration',
  InvitationWithdrawn: 'CompanyAdministration',
  CompanyLinkMade: 'CompanyAdministration',
  CompanyLinkWithdrawn: 'CompanyAdministration',
  JoinRefused: 'CompanyAdministration',
  JoinReopened: 'CompanyAdministration',
  LicenseAssigned: 'LicenseManagement',
  LicenseRemoved: 'LicenseManagement',
  LicenceAdded: 'LicenseManagement',
  LicenceChanged: 'LicenseManagement',
  EventLogCut: 'CompanyAdministration',
  EditEventLogRetention: 'CompanyAdministration',
  ProductAdded: 'CompanyAdministration',
  ProductChanged: 'CompanyAdministration',
  ProductRemoved: 'CompanyAdministration',
  ScriptTokenAdded: 'CompanyAdministration',
  ScriptTokenDeleted: 'CompanyAdministration',
}

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const pageKeySchema = z.tuple([z.int(), z.string()])

/** Events of one page; the vendor's number is not documented. */
const pageSize = 1_000

/** A moment; without an offset it is in UTC. */
function moment(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(typeOf, name)
}

/** The names that fit both lists, of which an empty one fits everything; null for all names. */
function wantedNames(types: readonly string[], names: readonly string[]): EventName[] | null {
  if (types.length === 0 && names.length === 0) return null
  return Object.keys(typeOf)
    .filter(isEventName)
    .filter((name) => types.length === 0 || types.includes(typeOf[name]))
    .filter((name) => names.length === 0 || names.includes(name))
}

function toApiEvent(event: StoredEvent) {
  const details = detailsSchema.parse(JSON.parse(event.details))
  return {
    EventName: event.name,
    EventType: typeOf[event.name],
    Author: event.authorEmail ?? '',
    AffectedItem: event.affectedItem,
    EventDetails: Object.entries(details).map(([PropertyName, value]) => ({
      PropertyName,
      PropertyValue: value === null ? '' : String(value),
    })),
    Timestamp: toApiMoment(event.at),
  }
}

/** The company's event log. */
export const eventRoutes: readonly ApiRoute[] = [
  route(
    {
      method: 'POST',
      path: '/EventLogging',
      id: 'listEvents',
      summary: 'Lists what was done in the company, newest first',
      description: 'A page holds at most 1,000 events; the ContinuationToken leads to the next.',
      origin: 'vendor',
      scope: 'events.read',
      roles: ['administrator'],
      isRead: true,
      body: eventLoggingQuerySchema,
      response: apiEventsSchema,
    },
    async ({ workspace: { db }, account }, { body }) => {
      const token = body.ContinuationToken ?? ''
      const emails = body.AccountEmails ?? []
      const after = token === '' ? null : readContinuation(token, pageKeySchema)
      const found = await listEvents(db, account.companyId, {
        from: moment(body.StartDate),
        to: moment(body.EndDate),
        names: wantedNames(body.EventTypes ?? [], body.EventNames ?? []),
        authorEmails: emails.length === 0 ? null : emails.map((email) => email.toLowerCase()),
        after: after === null ? null : { at: after[0], id: after[1] },
        limit: pageSize + 1,
      })
      const shown = found.slice(0, pageSize)
      const last = shown.at(-1)
      return {
        AuditEvents: shown.map(toApiEvent),
        ContinuationToken: found.length > pageSize && last !== undefined ? writeCursor([last.at, last.id]) : null,
      }
    },
  ),
]

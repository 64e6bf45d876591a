import { randomUUID } from 'node:crypto'
import type { WorkspaceDatabase } from '../database/sqlite'

/** Names of the event log, the vendor's where it has one. */
export type EventName =
  | 'CompanyCreated'
  | 'UserCreated'
  | 'UserDeleted'
  | 'UserRemovedFromCompany'
  | 'UserActivated'
  | 'UserDeactivated'
  | 'JoinCompany'
  | 'EditUserPermissions'
  | 'EditUserProperties'
  | 'LicenseAssigned'
  | 'LicenseRemoved'
  | 'ScriptTokenAdded'
  | 'ScriptTokenDeleted'

/** Who does something: an account, or the workspace itself. */
export type Author = { readonly accountId: string; readonly email: string } | null

export interface CompanyEvent {
  readonly companyId: string
  readonly name: EventName
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly author: Author
  readonly affectedItem: string
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes events to the company's log, in the transaction of what they tell about. */
export async function recordEvents(db: WorkspaceDatabase, events: readonly CompanyEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    id: randomUUID(),
    companyId: event.companyId,
    name: event.name,
    at: event.at,
    authorId: event.author?.accountId ?? null,
    authorEmail: event.author?.email ?? null,
    affectedItem: event.affectedItem,
    details: JSON.stringify(event.details),
  }))
  if (rows.length > 0) await db.insertInto('event').values(rows).execute()
}

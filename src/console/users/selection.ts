import type { UsersFilter } from '../../contract/users-filter'
import type { UsersSelection } from '../../contract/users-selection'

/** What is selected in the table: single users, or all that match its filter but for some. */
export interface Selected {
  readonly kind: UsersSelection['kind']
  /** Those that are selected, or (`all`) those that are not. */
  readonly ids: ReadonlySet<string>
}

export const nobodySelected: Selected = { kind: 'ids', ids: new Set() }
export const allSelected: Selected = { kind: 'all', ids: new Set() }

export function isSelected({ kind, ids }: Selected, id: string): boolean {
  return ids.has(id) === (kind === 'ids')
}

/** Selects a user who is not, and the other way round. */
export function toggled(selected: Selected, id: string): Selected {
  const ids = new Set(selected.ids)
  if (!ids.delete(id)) ids.add(id)
  return { kind: selected.kind, ids }
}

/** @param total How many match the filter, null while that is not known. */
export function countSelected({ kind, ids }: Selected, total: number | null): number {
  return kind === 'ids' ? ids.size : Math.max(0, (total ?? 0) - ids.size)
}

/** What is selected as the API takes it. */
export function toSelection({ kind, ids }: Selected, { search, roles, licences, active, lastSeen }: UsersFilter): UsersSelection {
  if (kind === 'ids') return { kind, ids: [...ids] }
  return { kind, filter: { search, roles, licences, active, lastSeen }, except: [...ids] }
}

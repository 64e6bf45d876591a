import { type ChoiceStore, keepChoices, readChoices } from '../preferences/stored-choice'

/** The columns that can be left out; name and action are always there. */
export const optionalColumns = ['email', 'role', 'licence', 'active', 'lastSeenAt'] as const
export type OptionalColumn = (typeof optionalColumns)[number]

const name = 'users.columns'

/** The columns that this browser shows: all, until somebody chose others. */
export function shownColumns(store: ChoiceStore): readonly OptionalColumn[] {
  return readChoices(store, name, optionalColumns) ?? optionalColumns
}

export function keepColumns(store: ChoiceStore, columns: readonly OptionalColumn[]): void {
  keepChoices(store, name, columns)
}

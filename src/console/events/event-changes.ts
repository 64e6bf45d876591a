/** A value that an event tells about, and what it was before, where that is told. */
export interface EventChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * Reads an event's details: `role` beside `roleBefore` is one change, and so is a single value beside `before`; unless it
 * tells up to which number the log was cut, and before which day.
 *
 * @param details As the workspace gives them.
 */
export function readChanges(details: Readonly<Record<string, unknown>>): EventChange[] {
  const names = Object.keys(details)
  const isCut = 'upTo' in details
  const values = names.filter((name) => (isCut || name !== 'before') && !isFormer(name, details))
  return values.map((field) => {
    const former = `${field}Before` in details ? details[`${field}Before`] : isCut || values.length > 1 ? null : details['before']
    return { field, before: inWords(former), after: inWords(details[field]) }
  })
}

function isFormer(name: string, details: Readonly<Record<string, unknown>>): boolean {
  return name.endsWith('Before') && name.slice(0, -'Before'.length) in details
}

function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

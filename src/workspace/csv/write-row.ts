/** What stands in a row. */
export type Fields = readonly (string | number | null)[]

/** A spreadsheet takes what begins like this for a formula and runs it. */
const formula = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r]/

/**
 * Writes one row of a CSV file (RFC 4180), every field in quotes. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it, which makes it text (OWASP, CSV Injection).
 */
export function writeRow(fields: Fields): string {
  return `${fields.map(writeField).join(',')}\r\n`
}

/** Writes a whole file; a byte order mark tells spreadsheets that it is UTF-8. */
export function writeFile(head: readonly string[], rows: readonly Fields[]): string {
  return `\u{feff}${[head, ...rows].map(writeRow).join('')}`
}

function writeField(value: string | number | null): string {
  if (value === null) return '""'
  if (typeof value === 'number') return `"${String(value)}"`
  const safe = formula.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

/** A moment as it stands in a CSV file, or nothing. */
export function writeMoment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

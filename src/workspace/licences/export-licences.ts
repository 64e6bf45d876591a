import type { Licence } from '../../contract/licence'
import { writeRow } from '../csv/write-row'

/** Licences as a CSV file. */
export function exportLicences(licences: readonly Licence[]): string {
  const rows = licences.map(({ name, product, seats, seatsUsed, endsOn, active }) =>
    writeRow([name, product, seats, seatsUsed, Math.max(0, seats - seatsUsed), endsOn, active ? 'yes' : 'no']),
  )
  const head = writeRow(['licence', 'product', 'seats', 'seats used', 'seats left', 'ends on', 'active'])
  return `\u{feff}${head}${rows.join('')}`
}

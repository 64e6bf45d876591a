import { importFields } from '../../contract/imports'
import { writeRow } from '../csv/write-row'

/**
 * A CSV file to start an import from: every column, a row that fills them all and one that fills what is needed.
 *
 * @param licence The name of a licence of the company, or null where it has none that can be given.
 */
export function exampleFile(licence: string | null): string {
  const rows = [
    importFields,
    ['mia.keller@example.com', 'Mia Keller', 'member', 'de', licence],
    ['leo.martin@example.com', 'Leo Martin', '', '', ''],
  ]
  return `\u{feff}${rows.map(writeRow).join('')}`
}

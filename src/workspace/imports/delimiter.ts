const delimiters = [';', '\t', ','] as const

/**
 * Finds out what stands between the fields of a CSV file: whichever is most often in its first row outside of quotes.
 *
 * @param text The file's beginning, with its first row.
 */
export function findDelimiter(text: string): ',' | ';' | '\t' {
  const counts = new Map<string, number>()
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) break
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const count = (delimiter: string) => counts.get(delimiter) ?? 0
  return delimiters.reduce<',' | ';' | '\t'>((best, each) => (count(each) > count(best) ? each : best), ',')
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** A tag, or what stands between two. Apple's property lists have no attributes that count. */
const token = /<(\/?)([a-z]+)[^<>]*?(\/?)>|([^<]+)/g

/**
 * Reads a property list as `plutil -convert xml1` writes it (Apple's PropertyList-1.0.dtd). Dates and data stay texts: nothing in Parley
 * is one, so that whoever checks the value finds it wrong, and the rest of the list holds.
 *
 * @param text The list, as XML.
 * @returns Its value: a dictionary is an object, an array a list.
 * @throws {Error} where it is no property list.
 */
export function parsePlist(text: string): unknown {
  const body = /<plist\b[^>]*>([\s\S]*)<\/plist>\s*$/.exec(text)?.[1]
  if (body === undefined) throw new Error('No property list')
  const tokens = [...body.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(token)]
  let next = 0

  const take = () => {
    // Between the elements of a list there is space alone.
    while (tokens[next]?.[4]?.trim() === '') next += 1
    const [, slash = '', name = '', empty = ''] = tokens[next++] ?? []
    if (name === '') throw new Error('No property list')
    return { name, ends: slash !== '', isEmpty: empty !== '' }
  }
  const textOf = (name: string): string => {
    const [, , , , found] = tokens[next] ?? []
    if (found !== undefined) next += 1
    const end = take()
    if (!end.ends || end.name !== name) throw new Error('No property list')
    return (found ?? '').replaceAll(/&(\w+|#\d+|#x[\da-f]+);/gi, (whole, entity: string) => entities.get(entity) ?? numbered(entity) ?? whole)
  }
  const valueOf = ({ name, isEmpty }: ReturnType<typeof take>): unknown => {
    if (name === 'true' || name === 'false') {
      if (!isEmpty) textOf(name)
      return name === 'true'
    }
    if (name === 'dict') return isEmpty ? {} : dictionary()
    if (name === 'array') return isEmpty ? [] : list()
    const content = isEmpty ? '' : textOf(name)
    return name === 'integer' || name === 'real' ? Number(content) : content
  }
  const dictionary = (): Record<string, unknown> => {
    const entries: [string, unknown][] = []
    for (let tag = take(); !tag.ends; tag = take()) {
      if (tag.name !== 'key') throw new Error('No property list')
      const key = tag.isEmpty ? '' : textOf('key')
      entries.push([key, valueOf(take())])
    }
    return Object.fromEntries(entries)
  }
  const list = (): unknown[] => {
    const values: unknown[] = []
    for (let tag = take(); !tag.ends; tag = take()) values.push(valueOf(tag))
    return values
  }
  return valueOf(take())
}

function numbered(entity: string): string | undefined {
  const [, hex, code = ''] = /^#(x?)([\da-f]+)$/i.exec(entity) ?? []
  return hex === undefined ? undefined : String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16))
}

import type { z } from 'zod'
import { isGroup, withDefaults } from './merge'

type Path = readonly PropertyKey[]

/** More faults than these are a file of something else. */
const mostFaults = 200

/** Values that were read, and whether all that was there is in them. */
interface ReadValues<T> {
  values: T
  isWhole: boolean
}

/**
 * Reads values as another version of Parley, or a person, may have written them. What is not known is left out; one that is not of the
 * known form has its default, and an entry of a list goes where it has none. The others hold: a newer version's one new choice takes
 * nobody's accounts and settings away.
 *
 * @returns Null where that leads to no good values.
 */
export function readValues<S extends z.ZodType>(schema: S, given: unknown, defaults: Readonly<Record<string, unknown>>): ReadValues<z.infer<S>> | null {
  if (!isGroup(given)) return null
  let values: unknown = withDefaults(given, defaults)
  const seen = new Set<string>()
  for (let faults = 0; faults < mostFaults; faults += 1) {
    const parsed = schema.safeParse(values)
    if (parsed.success) return { values: parsed.data, isWhole: faults === 0 }
    const [issue] = parsed.error.issues
    if (issue === undefined) return null
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (let path of paths) {
      // What was mended and is wrong still goes with what it is a part of.
      while (path.length > 0 && seen.has(JSON.stringify(path))) path = path.slice(0, -1)
      if (path.length === 0) return null
      values = without(values, path, defaults)
      // The next entry of a list stands in the place of one that went, and has faults of its own.
      if (typeof path.at(-1) === 'number') forget(seen, path.slice(0, -1))
      else seen.add(JSON.stringify(path))
    }
  }
  return null
}

function forget(seen: Set<string>, list: Path): void {
  const within = JSON.stringify(list).slice(0, -1)
  for (const each of [...seen]) if (each.startsWith(`${within},`)) seen.delete(each)
}

/** The values with the default at a path, or where there is none, with nothing. */
function without(values: unknown, [name, ...rest]: Path, defaults: unknown): unknown {
  const standard = isGroup(defaults) ? Object.entries(defaults).find(([key]) => key === name)?.[1] : undefined
  if (Array.isArray(values)) {
    return values.flatMap((entry: unknown, index) => (index !== name ? [entry] : rest.length === 0 ? [] : [without(entry, rest, undefined)]))
  }
  if (!isGroup(values)) return values
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (key !== name) return [[key, value]]
      if (rest.length > 0) return [[key, without(value, rest, standard)]]
      return standard === undefined ? [] : [[key, standard]]
    }),
  )
}

import Store from 'electron-store'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'

/** A file of values with a schema: reads are whole and valid, writes are atomic. */
export interface ValueFile<T> {
  read(): T
  /** Replaces some values and writes the file. Throws when the disk refuses. */
  change(part: Partial<T>): void
  /** The name under which a damaged file was set aside at this start, or null. */
  readonly setAside: string | null
}

/** Changes a file's values from the form of an older version. */
type Migration = (values: {
  get(key: string): unknown
  set(key: string, value: unknown): void
  delete(key: string): void
}) => void

interface OpenOptions<S extends z.ZodObject> {
  /** Absolute path of the folder. */
  folder: string
  /** File name without extension. */
  name: string
  schema: S
  defaults: z.infer<S>
  /** What to do to a file of an older version of the application, by the version that brought the change. */
  migrations?: Readonly<Record<string, Migration>>
  now: () => Date
}

/**
 * Opens a file of values with electron-store. A file that can't be read as JSON or breaks the schema is set aside
 * under a name with the date, and defaults are used: nothing that a person wrote is overwritten.
 */
export function openValueFile<S extends z.ZodObject>(options: OpenOptions<S>): ValueFile<z.infer<S>> {
  type Values = z.infer<S>
  const path = join(options.folder, `${options.name}.json`)
  const open = (): Store =>
    new Store({
      cwd: options.folder,
      name: options.name,
      defaults: options.defaults,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      ...(options.migrations === undefined ? {} : { migrations: { ...options.migrations } }),
    })
  const parse = (store: Store): Values => options.schema.parse(withoutInternals(store.store))

  let setAside: string | null = null
  let store: Store
  try {
    store = open()
    parse(store)
  } catch (error) {
    if (!existsSync(path)) throw error
    setAside = nameForDamaged(options.name, options.now())
    renameSync(path, join(options.folder, setAside))
    store = open()
  }
  return {
    setAside,
    read: () => parse(store),
    change: (part) => store.set(part),
  }
}

/** electron-store keeps the version of its last migration beside the values. */
function withoutInternals(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== '__internal__'))
}

/** The name for a damaged file: `settings.damaged-2026-11-23T18-04-05.json`, sortable and legal on every system. */
function nameForDamaged(name: string, at: Date): string {
  return `${name}.damaged-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.json`
}

import type Store from 'electron-store'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { withDefaults } from './merge'

/** A file of values with a schema: reads are whole and valid, writes are atomic. */
export interface ValueFile<T> {
  /** The values; before `open`, what the file holds if it is good, else the defaults. */
  read(): T
  /**
   * Replaces some values and writes the file; before `open`, the writing waits for it.
   *
   * @throws When the disk refuses.
   */
  change(part: Partial<T>): void
  /**
   * Opens the file with electron-store, once: migrations run, and a damaged file is set aside. Belongs after the
   * first paint, since the library takes longer to load than the first screen.
   *
   * @returns The name under which a damaged file was set aside, or null.
   */
  open(): Promise<string | null>
}

/** Changes a file's values from the form of an older version. */
type Migration = (values: {
  get(key: string): unknown
  set(key: string, value: unknown): void
  delete(key: string): void
}) => void

interface ValueFileOptions<S extends z.ZodObject> {
  /** Absolute path of the folder. */
  folder: string
  /** File name without extension. */
  name: string
  schema: S
  defaults: z.infer<S>
  /** What to do to a file of an older version of the application, by the version that brought the change. */
  migrations?: Readonly<Record<string, Migration>>
  now: () => Date
  /** Loads electron-store. */
  loadStore: () => Promise<typeof Store>
}

/**
 * Makes a file of values. One that can't be read as JSON or breaks the schema is set aside under a name with the
 * date, and defaults are used: nothing that a person wrote is overwritten.
 */
export function valueFile<S extends z.ZodObject>(options: ValueFileOptions<S>): ValueFile<z.infer<S>> {
  type Values = z.infer<S>
  const path = join(options.folder, `${options.name}.json`)
  const waiting: Partial<Values>[] = []
  let values: Values = peek(path, options.schema, options.defaults) ?? options.defaults
  let store: Store | null = null
  let opening: Promise<string | null> | null = null

  const load = (StoreClass: typeof Store): Store => {
    const opened = new StoreClass({
      cwd: options.folder,
      name: options.name,
      defaults: options.defaults,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      ...(options.migrations === undefined ? {} : { migrations: { ...options.migrations } }),
    })
    values = options.schema.parse(withDefaults(withoutInternals(opened.store), options.defaults))
    return opened
  }

  const open = async (): Promise<string | null> => {
    const StoreClass = await options.loadStore()
    let setAside: string | null = null
    try {
      store = load(StoreClass)
    } catch (error) {
      if (!existsSync(path)) throw error
      setAside = nameForDamaged(options.name, options.now())
      renameSync(path, join(options.folder, setAside))
      store = load(StoreClass)
    }
    for (const part of waiting.splice(0)) write(store, part)
    return setAside
  }

  const write = (opened: Store, part: Partial<Values>): void => {
    opened.set(part)
    values = { ...values, ...part }
  }

  return {
    read: () => values,
    change: (part) => {
      if (store !== null) return write(store, part)
      values = { ...values, ...part }
      waiting.push(part)
    },
    open: () => (opening ??= open()),
  }
}

/** What the file holds, if it is there and good; the library tells later what is wrong with it. */
function peek<S extends z.ZodObject>(path: string, schema: S, defaults: z.infer<S>): z.infer<S> | null {
  try {
    const parsed = schema.safeParse(withDefaults(withoutInternals(JSON.parse(readFileSync(path, 'utf8'))), defaults))
    return parsed.success ? parsed.data : null
  } catch {
    // Not there yet, or damaged: `open` sets a damaged file aside and says so.
    return null
  }
}

/** electron-store keeps the version of its last migration beside the values. */
function withoutInternals(values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return values
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== '__internal__'))
}

/** The name for a damaged file: `settings.damaged-2026-11-23T18-04-05.json`, sortable and legal on every system. */
function nameForDamaged(name: string, at: Date): string {
  return `${name}.damaged-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.json`
}

import type Store from 'electron-store'
import { copyFileSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { readValues } from './tolerant-values'

/** A file of values with a schema: reads are whole and valid, writes are atomic. */
export interface ValueFile<T> {
  /** The values; before `open`, what the file holds if it is good, else the defaults. */
  read(): T
  /**
   * Replaces some values and writes the file; before `open`, the writing waits for it.
   *
   * @throws When the disk refuses, unless the file goes on without; see `onRefused`.
   */
  change(part: Partial<T>): void
  /** Whether all that was changed is on the disk, or waits for `open`; false while the disk refuses. */
  isWritten(): boolean
  /**
   * Opens the file with electron-store: migrations run, and a damaged file is set aside. Belongs after the first paint, since the
   * library takes longer to load than the first screen. Where it is open already, what the disk refused before is tried once more.
   *
   * @returns The name under which a damaged file was set aside, or null.
   * @throws When the disk refuses; the file stays as it is then, and the next call tries again.
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
  /**
   * For values that nobody chose: what the disk refuses holds for this run, and is tried again with the next change. It hears of the
   * first refusal of several.
   */
  onRefused?: (error: unknown) => void
  /** Loads electron-store. */
  loadStore: () => Promise<typeof Store>
}

/**
 * Makes a file of values. One that can't be read as JSON, or as any form of these values, is set aside under a name with the date, and
 * defaults are used; a disk that refuses says nothing against a file. Of one that another version wrote, what is known holds, and a copy
 * is kept beside it before it is written for the first time: nothing that a person wrote is lost.
 */
export function valueFile<S extends z.ZodObject>(options: ValueFileOptions<S>): ValueFile<z.infer<S>> {
  type Values = z.infer<S>
  const path = join(options.folder, `${options.name}.json`)
  const understand = (content: unknown) => readValues(options.schema, withoutInternals(content), options.defaults)
  /** What is to be written yet. */
  let waiting: Partial<Values> = {}
  let values: Values = peek(path, understand)?.values ?? options.defaults
  let StoreClass: typeof Store | null = null
  let store: Store | null = null
  let opening: Promise<string | null> | null = null
  let isRefused = false
  /** Whether the file has what is not understood. */
  let isForeign = false

  const load = (LoadedStore: typeof Store): Store => {
    const opened = new LoadedStore({
      cwd: options.folder,
      name: options.name,
      defaults: options.defaults,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      ...(options.migrations === undefined ? {} : { migrations: { ...options.migrations } }),
    })
    const understood = understand(opened.store)
    if (understood === null) throw new Error(`${options.name}.json is damaged`)
    isForeign = !understood.isWhole
    values = { ...understood.values, ...waiting }
    return opened
  }

  const begin = (LoadedStore: typeof Store): string | null => {
    let setAside: string | null = null
    try {
      store = load(LoadedStore)
    } catch (error) {
      if (!isDamaged(path, understand)) throw error
      setAside = nameBeside(options.name, 'damaged', options.now())
      renameSync(path, join(options.folder, setAside))
      store = load(LoadedStore)
    }
    flush(store)
    return setAside
  }

  const flush = (opened: Store): void => {
    if (Object.keys(waiting).length === 0) return
    write(opened, waiting)
    waiting = {}
  }

  const write = (opened: Store, part: Partial<Values>): void => {
    if (isForeign) copyFileSync(path, join(options.folder, nameBeside(options.name, 'before', options.now())))
    isForeign = false
    opened.set(part)
    values = { ...values, ...part }
  }

  const open = async (): Promise<string | null> => {
    StoreClass ??= await options.loadStore()
    if (store === null) return begin(StoreClass)
    flush(store)
    return null
  }

  /** Writes at once what the file was opened for. */
  const writeNow = (LoadedStore: typeof Store, part: Partial<Values>): void => {
    if (store === null) begin(LoadedStore)
    if (store !== null) write(store, part)
  }

  const goOn = (part: Partial<Values>): void => {
    values = { ...values, ...part }
    waiting = { ...waiting, ...part }
  }

  return {
    read: () => values,
    change: (part) => {
      // Not opened yet: what is changed until then waits.
      if (StoreClass === null) return goOn(part)
      try {
        writeNow(StoreClass, { ...waiting, ...part })
        waiting = {}
        isRefused = false
      } catch (error) {
        if (options.onRefused === undefined) throw error
        goOn(part)
        if (!isRefused) options.onRefused(error)
        isRefused = true
      }
    },
    isWritten: () => !isRefused,
    open: () => (opening ??= open().finally(() => (opening = null))),
  }
}

type Understand<T> = (content: unknown) => T | null

/** What the file holds, if it is there and can be understood; the library tells later what is wrong with it. */
function peek<T>(path: string, understand: Understand<T>): T | null {
  try {
    return understand(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Not there yet, or damaged: `open` sets a damaged file aside and says so.
    return null
  }
}

/** Whether the file is there and can be read, and what it holds is nothing that could be understood. */
function isDamaged(path: string, understand: Understand<unknown>): boolean {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return false
  }
  try {
    return understand(JSON.parse(text)) === null
  } catch {
    return true
  }
}

/** electron-store keeps the version of its last migration beside the values. */
function withoutInternals(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return values
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== '__internal__'))
}

/** A name for what is kept beside a file: `settings.damaged-2026-11-23T18-04-05.json`, sortable and legal on every system. */
function nameBeside(name: string, why: 'damaged' | 'before', at: Date): string {
  return `${name}.${why}-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.json`
}

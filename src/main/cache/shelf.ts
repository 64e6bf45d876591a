import type { WorkspaceFailure, WorkspaceProblem } from '../../contract/workspace'
import { isYounger } from '../clock'
import { longestClosing } from '../workspace/turnstile'
import type { Pause } from '../workspace/workspace'
import type { CacheFile } from './cache-file'
import type { Turns } from './turns'

/** What a workspace answered last, as it is kept. */
export interface Kept<T> {
  items: T[]
  /** When the workspace gave it, milliseconds since the epoch. */
  fetchedAt: number
}

/** What is known of a list. */
export interface Known<T> {
  readonly items: readonly T[]
  /** When the workspace gave it, milliseconds since the epoch, or null while it never did. */
  readonly fetchedAt: number | null
  /** Why the last attempt to refresh it failed, or null. */
  readonly problem: WorkspaceProblem | null
  /** Another number whenever the items are other ones. */
  readonly revision: number
}

/** A change that is shown before the workspace has agreed to it. */
type Patch<T> = (items: readonly T[]) => readonly T[]

/** A list of one account: shown at once from the disk, refreshed from the workspace, changed before the answer is there. */
export interface Shelf<T> {
  /** What is known; the first time, what the disk has. */
  read(): Promise<Known<T>>
  /** Asks the workspace; callers at the same time share one request. */
  refresh(): Promise<Known<T>>
  /**
   * As `refresh`, unless the list is younger than this, in milliseconds, or the workspace asked to wait. What comes from
   * the disk counts as old: much may have happened since Parley ended.
   *
   * @param turns For what happens by itself: each of its requests waits for its turn, until somebody asks for the list.
   */
  refreshIfOlder(age: number, turns?: Turns): Promise<Known<T>>
  /** As `refresh`, where the last attempt failed; a list that was never asked for is not asked for now. */
  retry(): Promise<Known<T>>
  /** Shows a change at once. Gives what settles it: true keeps it, false takes it back. */
  patch(change: Patch<T>): (kept: boolean) => void
  /** Stops: no answer that is still on its way is taken or kept. What was kept is on the disk afterwards. */
  close(): Promise<void>
}

/** What came of asking: the list, or, where a part of it is still as it was known before, why there is no newer one. */
type Fetched<T> = { outcome: 'done'; value: T[]; missing?: Omit<WorkspaceFailure, 'outcome'> | null } | WorkspaceFailure

interface ShelfEffects<T> {
  file: CacheFile<Kept<T>>
  /** A list in several answers pauses between them. What the workspace gave before may stand in for a part that can't be had. */
  fetch: (pause: Pause, before: readonly T[]) => Promise<Fetched<T>>
  /** Milliseconds since the epoch. */
  now: () => number
  /** Runs after every change of what is known. */
  onChange: (known: Known<T>) => void
}

/** Makes the shelf; nothing is read before it is asked for. */
export function openShelf<T>({ file, fetch, now, onChange }: ShelfEffects<T>): Shelf<T> {
  let base: readonly T[] = []
  let known: Known<T> = { items: base, fetchedAt: null, problem: null, revision: 0 }
  let patches: readonly Patch<T>[] = []
  /** Changes that the workspace agreed to while a list was on its way, which may be from before them. */
  let agreedMeanwhile: readonly Patch<T>[] = []
  let loading: Promise<void> | null = null
  let refreshing: Promise<Known<T>> | null = null
  /** Ends the pauses of a refresh that began by itself. */
  let hurry: () => void = () => undefined
  let notBefore = 0
  let writing: Promise<void> = Promise.resolve()
  let isConfirmed = false
  let closed = false

  const tell = (part: Partial<Known<T>>): void => {
    known = { ...known, ...part }
    if (!closed) onChange(known)
  }

  const show = (part: Partial<Known<T>> = {}): void => {
    const items = patches.reduce<readonly T[]>((list, patch) => patch(list), base)
    // Another number than any of a shelf before this one had, too: whoever has a list of that one must not take it for this one's.
    tell({ ...part, items, revision: Math.max(known.revision + 1, now()) })
  }

  const keep = (): void => {
    if (!closed && known.fetchedAt !== null) writing = file.write({ items: [...base], fetchedAt: known.fetchedAt })
  }

  const load = async (): Promise<void> => {
    const kept = await file.read()
    if (kept === null || known.fetchedAt !== null) return
    base = kept.items
    show({ fetchedAt: kept.fetchedAt })
  }

  const ask = async (pause: Pause): Promise<Known<T>> => {
    await (loading ??= load())
    agreedMeanwhile = []
    const answer = await fetch(pause, base)
    if (closed) return known
    if (answer.outcome === 'failed') {
      notBefore = answer.retryAt ?? 0
      tell({ problem: answer.problem })
      return known
    }
    const items = agreedMeanwhile.reduce<readonly T[]>((list, patch) => patch(list), answer.value)
    const isSame = known.fetchedAt !== null && JSON.stringify(base) === JSON.stringify(items)
    base = items
    isConfirmed = true
    const missing = answer.missing ?? null
    notBefore = missing?.retryAt ?? 0
    const fresh = { fetchedAt: now(), problem: missing?.problem ?? null }
    if (isSame) tell(fresh)
    else show(fresh)
    keep()
    return known
  }

  const begin = (pause: Pause): Promise<Known<T>> => (refreshing ??= ask(pause).finally(() => (refreshing = null)))

  const refresh = (): Promise<Known<T>> => {
    hurry()
    return begin(() => Promise.resolve())
  }

  /** One request at each turn, and no further one once the shelf is closed. */
  const refreshInTurns = (turns: Turns): Promise<Known<T>> => {
    if (refreshing !== null) return refreshing
    if (!turns.take()) return Promise.resolve(known)
    const hurried = new Promise<void>((resolve) => (hurry = resolve))
    return begin(async () => {
      await turns.next(hurried)
      if (closed) await new Promise(() => undefined)
    })
  }

  return {
    read: async () => {
      await (loading ??= load())
      return known
    },
    refresh,
    refreshIfOlder: async (age, turns) => {
      await (loading ??= load())
      const isYoung = isConfirmed && known.problem === null && known.fetchedAt !== null && isYounger(now() - known.fetchedAt, age)
      const isToWait = now() < notBefore && notBefore - now() <= longestClosing
      if (isYoung || isToWait) return known
      return turns === undefined ? refresh() : refreshInTurns(turns)
    },
    retry: async () => {
      // What is under way may have begun while the workspace could not be reached, and fail for that yet.
      hurry()
      await refreshing
      return known.problem === null ? known : refresh()
    },
    patch: (change) => {
      patches = [...patches, change]
      show()
      let settled = false
      return (kept) => {
        if (settled) return
        settled = true
        patches = patches.filter((each) => each !== change)
        if (kept) {
          base = change(base)
          if (refreshing !== null) agreedMeanwhile = [...agreedMeanwhile, change]
        }
        show()
        if (kept) keep()
      }
    },
    close: () => {
      closed = true
      return writing
    },
  }
}

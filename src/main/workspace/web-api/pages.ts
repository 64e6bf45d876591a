import { failed, type Pause, type WorkspaceAnswer } from '../workspace'

/** One page of a list. */
export interface Page<T> {
  entries: T[]
  /** What asks for the next page; empty after the last one. */
  next: string
}

/** More pages than any list has: a workspace that never comes to an end is in trouble. */
const mostPages = 100

/**
 * Reads a list to its end, page after page.
 *
 * @param read Asks for one page, with the query that names it.
 * @param pause Awaited before each page but the first.
 * @returns All entries, or the first failure.
 */
export async function allPages<T>(
  read: (query: Readonly<Record<string, string>>) => Promise<WorkspaceAnswer<Page<T>>>,
  pause?: Pause,
): Promise<WorkspaceAnswer<T[]>> {
  const entries: T[] = []
  let query: Readonly<Record<string, string>> = {}
  for (let count = 0; count < mostPages; count += 1) {
    const page = await read(query)
    if (page.outcome === 'failed') return page
    entries.push(...page.value.entries)
    if (page.value.next === '') return { outcome: 'done', value: entries }
    await pause?.()
    query = { continuation_token: page.value.next }
  }
  return failed('bad-answer')
}

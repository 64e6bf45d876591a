import { consolePath, consoleApiPrefix } from '../../contract/page-paths'

export interface Answer {
  status: number
  ok: boolean
  headers: Headers
  /** The body as JSON, or undefined when it is none. */
  body: unknown
}

/** `GET /me` */
export const mePath = `${consoleApiPrefix}/me`
export const licencesPath = `${consoleApiPrefix}/licences`
/** The users that the page shows when its address asks for nothing else. */
export const firstUsersPath = `${consoleApiPrefix}/users?sort=name&direction=ascending`

/**
 * What a page of the console will ask for as soon as its script runs.
 *
 * @param search The address's query.
 */
export function askedFirst(path: string, search: string): readonly string[] {
  if (path !== consolePath && !path.startsWith(`${consolePath}/`)) return []
  return path === consolePath && search === '' ? [mePath, firstUsersPath, licencesPath] : [mePath]
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/** Asks the workspace that serves this page, and reads the answer. @throws What `fetch` throws. */
export async function fetchJson(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin', cache: 'no-store' })
  return { status: response.status, ok: response.ok, headers: response.headers, body: await readJson(response) }
}

const asked = new Map<string, Promise<Answer>>()

/** Asks while the page's scripts are still under way. Each answer is given out once. */
export function askAhead(paths: readonly string[]): void {
  for (const path of paths) {
    const answer = fetchJson(path)
    // Whoever takes it hears of its failure.
    answer.catch(() => undefined)
    asked.set(path, answer)
  }
}

/** The answer to what was asked ahead, or null. */
export function takeAhead(path: string): Promise<Answer> | null {
  const answer = asked.get(path) ?? null
  asked.delete(path)
  return answer
}

/** Nobody wants the answers any more: they are old, or another one's. */
export function forgetAhead(): void {
  asked.clear()
}

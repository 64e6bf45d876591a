import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** A request that was answered, without anything that could be a secret: its path and query are left out. */
export interface AnsweredRequest {
  readonly requestId: string
  readonly method: string
  /** The path as the route is written down (`/users/:id`), or `none`. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  /** The caller's address. */
  readonly caller: string
}

/** The route that a request belongs to, as it is written down. */
export function routeOf(context: Context): string {
  return matchedRoutes(context).findLast(({ method }) => method !== 'ALL')?.path ?? 'none'
}

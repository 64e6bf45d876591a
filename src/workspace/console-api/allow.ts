import type { MiddlewareHandler } from 'hono'
import { mayUse, type ConsoleArea } from '../../contract/console-areas'
import type { ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** Lets those through whose role may use an area. */
export function allow(area: ConsoleArea): MiddlewareHandler<ConsoleEnv> {
  return async (context, next) => {
    if (!mayUse(context.get('account').role, area)) throw new ConsoleRefusal('not-allowed')
    await next()
  }
}

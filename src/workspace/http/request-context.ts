import type { HttpBindings } from '@hono/node-server'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { Clock } from '../clock'
import type { Identity } from '../identity/identity'
import type { JobsRunner } from '../jobs/run-jobs'
import type { RateLimits } from '../identity/rate-limits'
import type { Log } from '../log'
import type { Mail } from '../mail/mail'
import type { Sealing } from '../secrets/sealing'
import type { TrustedProxies } from './caller-address'

/** What every route has at hand. */
export interface WorkspaceContext {
  readonly db: WorkspaceDatabase
  readonly now: Clock
  readonly log: Log
  /** Where people reach the workspace, an origin. It is the issuer. */
  readonly address: string
  /** Every origin under which requests are answered. */
  readonly origins: readonly string[]
  /** Sends mail; null where the operator has set no server. */
  readonly mail: Mail | null
  /** For the passwords of meetings. */
  readonly sealing: Sealing
  /** Work that goes on after its request was answered. */
  readonly jobs: Pick<JobsRunner, 'wake' | 'stopping'>
  /** Counts requests against their limits, shared by all instances on one database. */
  readonly limits: RateLimits
  /** Aborted once the workspace is asked to stop: what lasts long should come to its end. */
  readonly stopping: AbortSignal
  /** Tells the operator's proxies from callers. */
  readonly isTrustedProxy: TrustedProxies
  /** Loads the identity library on its first call. */
  readonly identity: () => Promise<Identity>
}

/** Hono's types for every router of the workspace. */
export interface WorkspaceEnv {
  Bindings: HttpBindings
  Variables: {
    /** Names this request in the log, in `X-Request-Id`, and in an API error's signature. */
    requestId: string
    /** Who sent the request, behind whatever proxies the operator trusts. */
    callerAddress: string
  }
}

import { getRequestListener } from '@hono/node-server'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { hourInSeconds, type Clock } from './clock'
import { endCompaniesOnTime } from './company/end-on-time'
import { prepareDataFolder } from './database/data-folder'
import { migrate } from './database/migrate'
import { removeExpired } from './database/remove-expired'
import { openDatabase } from './database/open-database'
import { removeOldEvents } from './events/keep-events'
import { createApp, type Watching } from './http/app'
import { trustedProxies } from './http/caller-address'
import { consoleFiles } from './http/console-files'
import { listen } from './http/listen'
import type { Metrics } from './http/metrics'
import { serveMetrics } from './http/metrics-port'
import type { MetricsAccess } from './http/operator-routes'
import type { WorkspaceContext } from './http/request-context'
import { forgetLostKey } from './identity/end-sessions'
import type { Identity } from './identity/identity'
import { endAllLeases } from './jobs/claim-job'
import { mailsLane } from './jobs/mail-links'
import { keepWorking, runJobs } from './jobs/run-jobs'
import { rateLimits } from './identity/rate-limits'
import { sharedRateLimits } from './identity/shared-rate-limits'
import { describeError, type Log } from './log'
import { createMail } from './mail/mail'
import { sendNextMail } from './mail/send-mail'
import { loopbackHosts, type WorkspaceOptions } from './options'
import { createSealing } from './secrets/sealing'

/** Someone who can sign in; shown once to whoever starts a workspace with sample data. */
interface Credentials {
  readonly email: string
  readonly password: string
}

export interface RunningWorkspace {
  /** Where it listens: an origin without a trailing slash. */
  readonly address: string
  /**
   * The sample company's administrator, where this start made one. The password was drawn now and is stored nowhere.
   */
  readonly sampleAdministrator: Credentials | null
  /** Answers what is under way, then closes the port and the database. */
  stop(): Promise<void>
}

export interface WorkspaceEffects {
  readonly now: Clock
  readonly log: Log
  /** Hears of each answered request; nobody does where it is left out. */
  readonly answered?: Watching['answered']
  /** Figures for Prometheus, where they are wanted. */
  readonly metrics?: Metrics
}

/** How long an instance that works on a job and says nothing is believed to be alive, milliseconds. */
const leaseOfJobs = 15_000

/**
 * How long a connection is kept that nothing comes over, milliseconds: longer than proxies keep theirs (Caddy two minutes,
 * nginx one), so that none sends a request over a connection that is being closed here just then.
 */
const longestIdle = 130_000

/** How often to look for jobs that nobody said anything of: where there are other instances, and where there are none. */
const lookForJobs = 5_000
const lookForOwnJobs = 60_000

/**
 * Starts a workspace: folder, key, database, migrations, port.
 *
 * It listens before the identity library is loaded, which takes most of the time; the first request that needs it
 * waits.
 *
 * @throws When the folder, the database or the address can't be used.
 */
export async function startWorkspace(options: WorkspaceOptions, effects: WorkspaceEffects): Promise<RunningWorkspace> {
  const { now, log } = effects
  const folder = prepareDataFolder(options.dataFolder)
  const db = await openDatabase(options.databaseAddress, folder.databasePath, log)
  const secret = options.secret ?? folder.secret
  const server = createServer({ keepAliveTimeout: longestIdle })
  const stopping = new AbortController()
  try {
    const migrations = await migrate(db)
    if (migrations.length > 0) log('migrated', { migrations: migrations.join(' ') })
    if (options.secret === null && folder.secretIsNew) await forgetLostKey(db)
    let sampleAdministrator: Credentials | null = null
    if (options.sample) {
      const { fillWithSample } = await import('./sample/fill-with-sample')
      sampleAdministrator = await fillWithSample(db, now())
      if (sampleAdministrator !== null) log('sample-filled')
    }

    const port = await listen(server, options.host, options.port, options.publicAddress === null)
    if (options.port !== 0 && port !== options.port) log('port-moved', { wanted: options.port, port })
    const bound = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${String(port)}`
    const address = options.publicAddress ?? bound
    const isAlone = options.databaseAddress === null
    if (isAlone) await endAllLeases(db)
    const worker = { db, instanceId: randomUUID(), now, lease: leaseOfJobs }
    const mail = options.mail === null ? null : createMail(options.mail)
    const sealing = createSealing(secret, 'meeting passwords')
    const lookEvery = isAlone ? lookForOwnJobs : lookForJobs
    const jobs = runJobs(worker, log, lookEvery)
    const mailing = runJobs(worker, log, lookEvery, mailsLane({ mail, address, sealing, log }))
    const sending = mail === null ? null : { mail, address, sealing, log }
    const posting = keepWorking(() => (sending === null ? nothing : sendNextMail(worker, sending)), log, lookEvery)
    const workspace: WorkspaceContext = {
      db,
      now,
      log,
      address,
      mail,
      limits: options.databaseAddress === null ? rateLimits(now) : sharedRateLimits(db, now),
      stopping: stopping.signal,
      isTrustedProxy: trustedProxies(options.trustedProxies),
      sealing,
      origins: options.publicAddress === null ? [bound] : [bound, options.publicAddress],
      jobs: {
        stopping: jobs.stopping,
        wake: () => {
          jobs.wake()
          mailing.wake()
          posting.wake()
        },
      },
      identity: once(async () => {
        const { createIdentity } = await import('./identity/identity')
        return createIdentity({ db, address, secret, log, now, limits: workspace.limits })
      }),
    }
    const { metrics = null, answered = () => undefined } = effects
    const watching = { metrics, metricsAccess: metricsAccess(options), answered }
    const app = createApp(workspace, consoleFiles(options.consoleFolder), watching)
    const stopMetrics = await serveMetrics(workspace, metrics, options)
    const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    server.on('request', (request, response) => void answer(request, response))
    const stopCleaning = keepClean(workspace)
    const stopEnding = endCompaniesOnTime(worker, log, later)
    return {
      address: bound,
      sampleAdministrator,
      stop: async () => {
        stopping.abort()
        stopCleaning()
        // A mail that is being sent is waited for, but no longer than a request is.
        const impatient = setTimeout(() => mail?.close(true), options.grace * 1000)
        await Promise.all([jobs.stop(), mailing.stop(), posting.stop(), stopEnding()])
        clearTimeout(impatient)
        await close(server, options.grace * 1000)
        mail?.close()
        stopMetrics()
        await db.destroy()
      },
    }
  } catch (error) {
    server.close()
    await db.destroy()
    throw error
  }
}

/** There is no mail server. */
const nothing = Promise.resolve(false)

function once(load: () => Promise<Identity>): () => Promise<Identity> {
  let loading: Promise<Identity> | null = null
  return () => {
    loading ??= load().catch((error: unknown) => {
      // The next request tries again.
      loading = null
      throw error
    })
    return loading
  }
}

function later(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds).unref()
  return () => clearTimeout(timer)
}

/** Removes what has ended, soon after the start and then every hour. Gives the function that stops it. */
function keepClean({ db, now, log }: WorkspaceContext): () => void {
  const clean = () => {
    Promise.all([removeExpired(db, now()), removeOldEvents(db, now())]).catch((error: unknown) => {
      log('cleaning-failed', { problem: describeError(error) })
    })
  }
  const first = setTimeout(clean, 30_000).unref()
  const hourly = setInterval(clean, hourInSeconds * 1000).unref()
  return () => {
    clearTimeout(first)
    clearInterval(hourly)
  }
}

/** Figures are open where nobody but this computer can ask, and there is no port of their own or token for them. */
function metricsAccess({ host, publicAddress, metricsPort, metricsToken }: WorkspaceOptions): MetricsAccess {
  if (metricsToken !== null) return { token: metricsToken }
  return metricsPort === null && publicAddress === null && loopbackHosts.has(host) ? 'everybody' : 'nobody'
}

/** @param grace How long requests that are under way may take, milliseconds. */
function close(server: ReturnType<typeof createServer>, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => {
      server.closeAllConnections()
    }, grace)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}

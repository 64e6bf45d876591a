import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requests } from '../../src/contract/channels'
import { keepAccountDesks } from '../../src/main/meetings/account-desks'
import { meetingRequests } from '../../src/main/meetings/meeting-requests'
import { parleyWorkspace } from '../../src/main/workspace/parley/parley-workspace'
import { endedCertificate, fetchTrustingIt } from '../../src/main/workspace/test-certificate'
import { openTurnstile } from '../../src/main/workspace/turnstile'
import { oneToken, type Workspace } from '../../src/main/workspace/workspace'
import { answerAtLength } from '../stand-in/long-answer'
import type { Answers, ClientPage } from './client-page'
import { listen } from './servers'

/** How a workspace answers a request for a path. */
export type Day = (response: ServerResponse, path: string) => void

/** A server that takes longer than anybody waits. */
export const silent: Day = () => undefined

/** A server whose certificate has ended. */
export const ended: Day = () => undefined

/** An answer of 50 MB. */
export const endless: Day = (response) => void answerAtLength(response)

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (response: ServerResponse): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** What main does about meetings and contacts, over real HTTP, with a server that has bad days. */
export interface BadWorkspace {
  answers: Answers
  /** The page that is told of changes. */
  page: { send: ClientPage['send'] | null }
  setDay: (day: Day) => void
  /** How long ago the server was asked counts as this much more, milliseconds. */
  elapse: (milliseconds: number) => void
  /** What main does by itself, once the workspace can be reached again. */
  reconnect: () => void
  close: () => Promise<void>
}

/** What a kind of workspace needs to know of the test. */
interface BadWorld {
  now: () => number
  fetch: typeof globalThis.fetch
  turnstile: ReturnType<typeof openTurnstile>
  /** Milliseconds until a request counts as lost. */
  timeout: number
}

/** A server of the test, and a workspace of a kind at it. */
export interface BadServer {
  open: (world: BadWorld) => Workspace
  setDay: (day: Day) => void
  close: () => Promise<void>
}

/** Starts a workspace of Parley's own kind. */
export async function startBadWorkspace(first: Day): Promise<BadWorkspace> {
  let day = first
  const server = createServer((request, response) => {
    request.resume().on('end', () => day(response, new URL(request.url ?? '/', 'http://localhost').pathname))
  })
  const { port, stop } = await listen(server, [])
  const origin = `http://127.0.0.1:${String(port)}`
  return keepBadWorkspace({
    open: (world) => parleyWorkspace({ ...world, isReachable: true, address: () => origin, lastAddress: () => origin, tokens: oneToken('token') }),
    setDay: (next) => (day = next),
    close: async () => Promise.resolve(stop()),
  })
}

/** Does what main does, with a workspace of any kind. */
export async function keepBadWorkspace(server: BadServer): Promise<BadWorkspace> {
  let ahead = 0
  let day: Day | null = null
  const secure = await listen(createSecureServer(endedCertificate), [])
  const page: BadWorkspace['page'] = { send: null }
  const folder = await mkdtemp(join(tmpdir(), 'parley-bad-days-'))
  const now = () => Date.now() + ahead
  const workspace = server.open({
    // Nobody wants to wait for long until a silent server counts as one; a computer that is busy must not count as one.
    fetch: (input, init) =>
      day === ended
        ? fetchTrustingIt(`https://127.0.0.1:${String(secure.port)}/`)
        : fetch(input, day === silent ? { ...init, signal: AbortSignal.timeout(100) } : init),
    turnstile: openTurnstile({ now, random: () => 0.5 }),
    now,
    timeout: 30_000,
  })
  const desks = keepAccountDesks({
    folder,
    account: () => ({ id: 'anna', workspace }),
    zone: () => 'Europe/Berlin',
    now,
    newKey: randomUUID,
    // Nothing happens by itself here.
    setTimer: () => () => undefined,
    onMeetings: (upcoming) => void page.send?.('meetings.changed', upcoming),
    onTrouble: (trouble) => void page.send?.('meetings.trouble', trouble),
    onContacts: (revision) => void page.send?.('contacts.changed', revision),
    log: () => undefined,
  })
  const handlers = meetingRequests({
    desks,
    calendar: { add: async () => Promise.resolve('opened'), close: async () => Promise.resolve() },
    copyText: () => undefined,
    openOutside: async () => Promise.resolve(),
    language: () => 'en',
    zone: () => 'Europe/Berlin',
    accountAt: () => null,
    showAs: () => undefined,
  })
  return {
    answers: {
      'meetings.upcoming': async () => handlers['meetings.upcoming'](undefined),
      'meetings.refresh': async () => handlers['meetings.refresh'](undefined),
      'meetings.list': async (wish) => handlers['meetings.list'](requests['meetings.list'].request.parse(wish)),
      'meetings.create': async (draft) => handlers['meetings.create'](requests['meetings.create'].request.parse(draft)),
      'meetings.startNow': async (subject) => handlers['meetings.startNow'](requests['meetings.startNow'].request.parse(subject)),
      'meetings.change': async (wish) => handlers['meetings.change'](requests['meetings.change'].request.parse(wish)),
      'contacts.list': async (wish) => handlers['contacts.list'](requests['contacts.list'].request.parse(wish)),
    },
    page,
    setDay: (next) => {
      day = next
      server.setDay(next)
    },
    elapse: (milliseconds) => (ahead += milliseconds),
    reconnect: () => desks.retry(),
    close: async () => {
      page.send = null
      await desks.close()
      await server.close()
      secure.stop()
      await rm(folder, { recursive: true })
    },
  }
}

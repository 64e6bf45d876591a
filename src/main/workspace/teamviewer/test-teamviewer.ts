import { createServer } from 'node:net'
import { expect } from 'vitest'
import { clientId, startTestCloud, type TestCloud } from '../../../../tests/stand-in/teamviewer-cloud'
import type { Account } from '../../../contract/session'
import { openSession } from '../../account/session'
import type { SessionKeeper } from '../../account/session-keeper'
import { makeWorld, type World } from '../../account/test-world'
import { startTestProvider } from '../../account/test-provider'
import { readAccountWith } from '../read-account'
import { openTurnstile } from '../turnstile'
import type { Workspace } from '../workspace'
import { teamviewerAccess } from './teamviewer-access'

export const anna: Account = { id: 'u1000001', name: 'Anna Berger', email: 'anna@example.com', companyName: 'Example', role: null }

/** A client with an account at TeamViewer, over HTTP against the strict stand-in of its cloud. */
export interface AtTeamViewer {
  cloud: TestCloud
  world: World
  session: SessionKeeper
  workspace: Workspace
  /** The registration's secret in the keychain; `locked away` where the keychain is. */
  secret: string | null
  configuredId: string
  /** Port of the redirect address. */
  port: number
  now: number
  /** Signs in, in the browser. */
  signIn(): Promise<void>
  close(): Promise<void>
}

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0))
    })
  })
}

/** Starts it, with nobody signed in yet. */
export async function startAtTeamViewer(): Promise<AtTeamViewer> {
  const cloud = await startTestCloud()
  const unused = await startTestProvider()
  const world = makeWorld(unused)
  await unused.close()
  const port = await freePort()
  cloud.behaviour.redirectUri = `http://127.0.0.1:${port}/signed-in`
  const access = teamviewerAccess({
    hosts: cloud.hosts,
    clientId: () => at.configuredId,
    clientSecret: () => Promise.resolve(at.secret === 'locked away' ? { outcome: 'refused' } : { outcome: 'read', secret: at.secret }),
    redirectPort: () => at.port,
    fetch,
    turnstile: openTurnstile({ now: () => at.now, random: () => 0 }),
    now: () => at.now,
  })
  const session = openSession({
    workspaceAddress: access.address,
    discover: access.discover,
    readAccount: readAccountWith(access.open),
    redirectPort: access.redirectPort,
    secrets: world.keychain,
    remembered: { get: () => world.remembered, set: (account) => (world.remembered = account) },
    openBrowser: (address) => {
      world.opened.push(address)
      return Promise.resolve()
    },
    bringToFront: () => undefined,
    language: () => 'en',
    computerName: () => 'desk',
    now: () => at.now,
    chance: () => 1,
    random: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    setTimer: () => () => undefined,
    onChange: () => undefined,
    isShown: () => true,
    onSignedOut: () => undefined,
  })
  const at: AtTeamViewer = {
    cloud,
    world,
    session,
    workspace: access.open(session),
    secret: null,
    configuredId: clientId,
    port,
    now: Date.now(),
    signIn: async () => {
      const before = world.opened.length
      await session.signIn()
      await expect.poll(() => world.opened.length).toBe(before + 1)
      await fetch(cloud.authorize(world.opened[before] ?? ''))
    },
    close: async () => {
      session.stop()
      await cloud.close()
    },
  }
  return at
}

import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionKeeper } from './session-keeper'
import { startTestProvider, type TestProvider } from './test-provider'
import { anna, makeWorld, type World } from './test-world'

let provider: TestProvider
let world: World
let session: SessionKeeper

beforeEach(async () => {
  provider = await startTestProvider()
  world = makeWorld(provider)
  session = world.open()
})

afterEach(async () => {
  session.stop()
  await provider.close()
})

/** Starts a sign-in whose browser never comes back. */
async function begin(): Promise<void> {
  await session.signIn()
  await expect.poll(() => world.opened.length).toBe(1)
}

const seeCode = () =>
  expect
    .poll(() => session.get())
    .toMatchObject({ code: { state: 'shown', userCode: 'WDJB2345', address: `${provider.address}/device` } })
const polls = () => provider.calls.filter(({ parameters }) => parameters.get('device_code') !== null).length

describe('a code for another browser or device', () => {
  it('is offered, shown with its own time, and signs in once somebody has allowed it', async () => {
    await begin()
    expect(session.get()).toMatchObject({ step: 'browser', code: { state: 'none' }, elsewhere: 'this-computer' })
    session.otherWays.useCode()
    expect(session.get()).toMatchObject({ code: { state: 'asked' } })
    await seeCode()
    expect(session.get()).toMatchObject({ step: 'browser', endsAt: world.now + 600_000 })
    const asked = provider.calls.find(({ path }) => path === '/device-code')?.parameters
    expect(asked?.get('computer_name')).toBe('Anna’s laptop')
    expect(asked?.get('scope')).toBe('openid profile email offline_access')

    session.otherWays.openCodePage()
    expect(world.opened.at(-1)).toBe(`${provider.address}/device?user_code=WDJB2345`)
    expect(session.otherWays.codePage()).toBe(world.opened.at(-1))
    await expect.poll(polls).toBeGreaterThan(1)
    provider.behaviour.codeAnswer = 'allowed'
    await expect.poll(() => session.get()).toMatchObject({ state: 'signed-in', account: anna, persistence: 'kept' })
    expect(world.fronts).toBe(1)
    expect((await session.accessToken()).outcome).toBe('token')
    expect(session.otherWays.codePage()).toBeNull()
  })

  it('is asked for once, however often somebody clicks', async () => {
    await begin()
    session.otherWays.useCode()
    session.otherWays.useCode()
    await seeCode()
    session.otherWays.useCode()
    expect(provider.calls.filter(({ path }) => path === '/device-code')).toHaveLength(1)
  })

  it.each([
    ['access_denied', 'cancelled'],
    ['expired_token', 'timed-out'],
  ] as const)('ends the sign-in when it is answered with %s', async (codeAnswer, problem) => {
    await begin()
    provider.behaviour.codeAnswer = codeAnswer
    session.otherWays.useCode()
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem })
    expect(session.signInAddress()).toBeNull()
  })

  it('survives a connection that breaks while it waits', async () => {
    await begin()
    provider.behaviour.dropsPolls = 2
    provider.behaviour.codeAnswer = 'allowed'
    session.otherWays.useCode()
    await expect.poll(() => session.get().state).toBe('signed-in')
    expect(provider.behaviour.dropsPolls).toBe(0)
  })

  it('leaves the browser’s way open, and is given up when that one comes back first', async () => {
    await begin()
    session.otherWays.useCode()
    await seeCode()
    await fetch(await provider.authorize(world.opened[0] ?? ''))
    expect(session.get().state).toBe('signed-in')
    const asked = polls()
    provider.behaviour.codeAnswer = 'allowed'
    // The next poll would have come a hundredth of a second later.
    await session.accessToken()
    await expect.poll(polls).toBeLessThanOrEqual(asked + 1)
    expect(provider.refreshTokens.size).toBe(1)
  })

  it('ends with its own time', async () => {
    await begin()
    session.otherWays.useCode()
    await seeCode()
    world.pass(300_000)
    expect(session.get().state).toBe('signing-in')
    world.pass(300_000)
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'timed-out' })
  })

  it('keeps its time when the page is opened anew, which has less', async () => {
    await begin()
    session.otherWays.useCode()
    await seeCode()
    const ends = world.now + 600_000
    world.pass(100_000)
    await session.signIn()
    await expect.poll(() => world.opened.length).toBe(2)
    expect(session.get()).toMatchObject({ endsAt: ends })
    world.pass(400_000)
    expect(session.get().state).toBe('signing-in')
  })

  it('can be asked for again when the workspace gave none', async () => {
    await begin()
    provider.behaviour.tokenStatus = 500
    session.otherWays.useCode()
    await expect.poll(() => session.get()).toMatchObject({ step: 'browser', code: { state: 'failed' } })
    provider.behaviour.tokenStatus = null
    session.otherWays.useCode()
    await seeCode()
  })

  it('is not offered by a workspace that has none', async () => {
    provider.behaviour.offersCodes = false
    await begin()
    session.otherWays.useCode()
    session.otherWays.openAnswerPage()
    expect(session.get()).toMatchObject({ step: 'browser', code: { state: 'none' }, elsewhere: 'none' })
    expect(world.opened).toHaveLength(1)
  })
})

describe('where no port can be listened on', () => {
  let taken: Server
  beforeEach(async () => {
    taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const bound = taken.address()
    world.redirectPort = typeof bound === 'object' && bound !== null ? bound.port : 0
  })
  afterEach(() => taken.close())

  it('goes straight to the code', async () => {
    await session.signIn()
    await seeCode()
    expect(session.get()).toMatchObject({ step: 'code' })
    expect(world.opened).toEqual([])
    expect(session.signInAddress()).toBeNull()
    provider.behaviour.codeAnswer = 'allowed'
    await expect.poll(() => session.get().state).toBe('signed-in')
  })

  it('can do nothing for a workspace without codes', async () => {
    provider.behaviour.offersCodes = false
    await session.signIn()
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'port-taken' })
  })
})

describe('an answer that is pasted', () => {
  it('is the text of the workspace’s page', async () => {
    await begin()
    world.pass(250_000)
    session.otherWays.openAnswerPage()
    const opened = world.opened.at(-1) ?? ''
    expect(new URL(opened).searchParams.get('redirect_uri')).toBe(`${provider.address}/sign-in/answer`)
    expect(session.get()).toMatchObject({ endsAt: world.now + 300_000 })
    const answer = await provider.authorize(opened)
    expect(session.otherWays.pasteAnswer(` ${answer.search.slice(1)}\n`)).toBe('taken')
    await expect.poll(() => session.get()).toMatchObject({ state: 'signed-in', account: anna })
    expect(session.otherWays.pasteAnswer(answer.search)).toBe('too-late')
  })

  it('is the address of the page that the browser could not reach', async () => {
    await begin()
    const answer = await provider.authorize(world.opened[0] ?? '')
    expect(session.otherWays.pasteAnswer(answer.href)).toBe('taken')
    await expect.poll(() => session.get().state).toBe('signed-in')
  })

  it('belongs to this attempt, or changes nothing', async () => {
    await begin()
    const old = await provider.authorize(world.opened[0] ?? '')
    session.cancelSignIn()
    await session.signIn()
    await expect.poll(() => world.opened.length).toBe(2)
    expect(session.otherWays.pasteAnswer(old.href)).toBe('not-ours')
    expect(session.otherWays.pasteAnswer('WDJB-2345')).toBe('not-an-answer')
    expect(session.get()).toMatchObject({ state: 'signing-in', step: 'browser' })
    expect(provider.calls.some(({ path }) => path === '/token')).toBe(false)
  })

  it('is checked like any other: another issuer is not trusted', async () => {
    provider.behaviour.issuerInAnswer = 'http://127.0.0.1:1'
    await begin()
    const answer = await provider.authorize(world.opened[0] ?? '')
    expect(session.otherWays.pasteAnswer(answer.href)).toBe('taken')
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'answer-not-trusted' })
  })

  it('comes too late without a sign-in', () => {
    expect(session.otherWays.pasteAnswer('code=c&state=s')).toBe('too-late')
  })
})

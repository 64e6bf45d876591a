import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openInvitationsPageSchema } from '../../contract/invitations'
import { consoleApiPrefix } from '../../contract/page-paths'
import { dyingAfterMail, emailOf, mailingWorkspace, nowhere, type MailingWorkspace } from '../testing/mailing'
import { createMail, type Mail } from './mail'
import { waits } from './patience'

const lease = 15_000
const names = ['Ben', 'Cem', 'Dana']
const addresses = names.map(emailOf)
const tokenIn = (content = '') => /#([\w-]{43})/.exec(content)?.[1] ?? ''
const dayInMilliseconds = 86_400_000

let time: number
let workspace: MailingWorkspace

beforeEach(async () => {
  time = Date.now()
  workspace = await mailingWorkspace([], () => time, lease)
})
afterEach(() => workspace.remove())

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await workspace.send(method, consoleApiPrefix + path, workspace.inConsole(workspace.administratorId), body)
  expect(answer.status).toBeLessThan(300)
  return answer.status === 204 ? null : answer.json()
}
const invite = (emails: readonly string[] = addresses) => ask('POST', '/invitations', { emails, role: 'member', language: 'de' })
const list = async () => openInvitationsPageSchema.parse(await ask('GET', '/invitations/open')).invitations
const mailTo = async (email: string) => (await list()).find((each) => each.email === email)?.mail
const idOf = async (email: string) => (await list()).find((each) => each.email === email)?.id ?? ''
const countWaiting = async () => (await workspace.db.selectFrom('mail').select('id').execute()).length

it('sends each once, in its reader’s language, and keeps nothing of what was sent', async () => {
  await invite()
  expect(await mailTo('ben@example.com')).toMatchObject({ state: 'waiting', problem: null })
  await workspace.post()
  await workspace.post('two')
  expect(workspace.recipients()).toEqual(addresses)
  const { content } = await workspace.server.next('ben@example.com')
  expect(content).toContain('lädt Sie ein')
  expect(content).toContain('https://meet.example.com/invitation#')
  expect([await mailTo('ben@example.com'), await countWaiting()]).toEqual([null, 0])
})

it('sends each once where instances work side by side', async () => {
  await invite()
  await Promise.all(['one', 'two', 'three'].map((name) => workspace.post(name)))
  expect(workspace.recipients()).toEqual(addresses)
})

it('keeps no secret of a link in the clear, and none at all once it is known what came of it', async () => {
  const users = ['eve@example.com', 'finn@example.com']
  for (const email of users) await ask('POST', '/users', { email, name: email, role: 'member', language: 'en', licenceIds: [] })
  const before = JSON.stringify(await workspace.kept())
  workspace.server.refused.set('finn@example.com', 550)
  await workspace.post()
  const after = JSON.stringify([await workspace.kept(), workspace.logLines])
  const token = tokenIn((await workspace.server.next('eve@example.com')).content)
  expect(token).not.toBe('')
  expect(before + after).not.toContain(token)
  const left = await workspace.db.selectFrom('mail').select(['email', 'state', 'sealedToken']).execute()
  expect(left).toEqual([{ email: 'finn@example.com', state: 'failed', sealedToken: null }])
  expect(workspace.logLines.join()).not.toContain('finn@')
})

describe('where the server does not take it', () => {
  it('tells the log, without addresses and passwords, when a message could not be sent', async () => {
    const wrong = createMail({ server: workspace.server.address.replace(/:[^:@]*@/, ':wrong@'), from: 'meet@example.com' })
    await invite()
    await workspace.post('one', wrong)
    wrong.close(true)
    const told = workspace.logLines.join('\n')
    expect(told).toContain('mail-failed')
    for (const secret of ['wrong@', ...addresses]) expect(told).not.toContain(secret)
    expect(await mailTo('ben@example.com')).toMatchObject({ state: 'waiting', problem: 'no-server' })
  })

  it('tells at once whom it takes no mail to, and tries again what it takes later', async () => {
    workspace.server.refused.set('ben@example.com', 550).set('cem@example.com', 450)
    await invite()
    await workspace.post()
    expect(workspace.recipients()).toEqual(['dana@example.com'])
    expect(await mailTo('ben@example.com')).toMatchObject({ state: 'failed', problem: 'refused', nextTryAt: null })
    expect(await mailTo('cem@example.com')).toMatchObject({ state: 'waiting', problem: 'not-now', nextTryAt: time + (waits[0] ?? 0) })
    workspace.server.refused.clear()
    await workspace.post()
    expect(workspace.recipients()).toEqual(['dana@example.com'])
    time += waits[0] ?? 0
    await workspace.post()
    expect(workspace.recipients()).toEqual(['cem@example.com', 'dana@example.com'])
    // Whoever invites tries again what was given up.
    await ask('POST', `/invitations/${await idOf('ben@example.com')}/resend`)
    await workspace.post()
    expect(workspace.recipients()).toEqual(addresses)
    expect(await countWaiting()).toBe(0)
  })

  it('waits longer and longer for a server that is away, with one try for all each time, and gives up after a day', async () => {
    const away = nowhere()
    let tries = 0
    const counted: Mail = { ...away, send: (message) => ((tries += 1), away.send(message)) }
    await invite()
    const begun = time
    for (const [at, wait] of waits.entries()) {
      await workspace.post('one', counted)
      await workspace.post('two', counted)
      expect(tries).toBe(at + 1)
      for (const email of addresses) {
        expect(await mailTo(email)).toMatchObject({ state: 'waiting', problem: 'no-server', nextTryAt: time + wait })
      }
      time += wait
    }
    await workspace.post('one', counted)
    expect(tries).toBe(waits.length + 1)
    expect(time - begun).toBeLessThan(dayInMilliseconds)
    for (const email of addresses) expect(await mailTo(email)).toMatchObject({ state: 'failed', problem: 'no-server' })
    await workspace.post()
    expect(workspace.recipients()).toEqual([])
  })

  it('sends at once what has waited for a server that takes mail again', async () => {
    await invite()
    await workspace.post('one', nowhere())
    await invite(['eve@example.com'])
    await workspace.post()
    expect(workspace.recipients()).toEqual([...addresses, 'eve@example.com'])
  })

  it('lets those who wait for a new password go first', async () => {
    await invite()
    await ask('POST', '/password-resets', { email: 'anna@example.com' })
    await workspace.post()
    expect(workspace.server.received[0]?.to).toBe('anna@example.com')
  })
})

describe('where an instance dies', () => {
  it('sends once more, the same, what was being sent, and never a third time', async () => {
    await invite(['ben@example.com'])
    const { dying, deaths } = dyingAfterMail(workspace.mail)
    const ended: Promise<void>[] = []
    for (const [at, name] of ['one', 'two'].entries()) {
      ended.push(workspace.post(name, dying))
      await expect.poll(() => deaths.length).toBe(at + 1)
      // Until the lease ends it is that one's.
      await workspace.post('another')
      expect(workspace.recipients()).toHaveLength(at + 1)
      time += lease
    }
    const [first, second] = workspace.server.received
    const messageId = (content = '') => /^Message-ID: .*$/im.exec(content)?.[0]
    expect(tokenIn(second?.content)).toBe(tokenIn(first?.content))
    expect(messageId(second?.content)).toBe(messageId(first?.content))
    await workspace.post('three')
    expect(workspace.recipients()).toHaveLength(2)
    expect(await mailTo('ben@example.com')).toMatchObject({ state: 'failed', problem: 'in-doubt' })
    // Whoever comes back late and knows that it was sent says so.
    for (const die of deaths) die()
    await Promise.all(ended)
    expect(await countWaiting()).toBe(0)
  })
})

describe('an invitation that has changed meanwhile', () => {
  it('is not sent while it is withdrawn, and is once that is taken back', async () => {
    await invite(['ben@example.com'])
    const id = await idOf('ben@example.com')
    await ask('DELETE', `/invitations/${id}`)
    await workspace.post()
    expect(workspace.recipients()).toEqual([])
    await ask('POST', `/invitations/${id}/restore`)
    await workspace.post()
    expect(workspace.recipients()).toEqual(['ben@example.com'])
  })

  it('is sent once, with the new link, where it was sent again before the first mail went', async () => {
    await invite(['ben@example.com'])
    await ask('POST', `/invitations/${await idOf('ben@example.com')}/resend`)
    await workspace.post()
    expect(workspace.recipients()).toEqual(['ben@example.com'])
    const [open] = await list()
    expect(open?.link).toContain(tokenIn(workspace.server.received[0]?.content))
  })

  it('is not sent once it was accepted by its link', async () => {
    await invite(['ben@example.com'])
    const [open] = await list()
    const token = tokenIn(open?.link ?? '')
    await ask('POST', '/invitation/accept', { token, name: 'Ben', password: 'grüne Wolken im Keller', language: 'de' })
    await workspace.post()
    expect([workspace.recipients(), await countWaiting()]).toEqual([[], 0])
  })
})

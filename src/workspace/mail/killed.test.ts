import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { invite } from '../invitations/invite'
import { createSealing } from '../secrets/sealing'
import { startMailServer, type MailServer } from '../testing/mail-server'
import { makeCompany } from '../testing/make-company'
import { processToKill, type ProcessToKill } from '../testing/process-to-kill'
import { isThorough } from '../testing/thorough'
import { findActiveAccount } from '../users/find-account'

const key = 'a key for this test alone'
/** Kills at a moment that nobody chose. */
const kills = 50
let sender: ProcessToKill
let server: MailServer
let db: WorkspaceDatabase

const tokenIn = (content: string) => /#([\w-]{43})/.exec(content)?.[1]
const messageIdIn = (content: string) => /^Message-ID: .*$/im.exec(content)?.[0]
const receivedBy = (email: string) => server.received.filter(({ to }) => to === email).map(({ content }) => content)
const waiting = () => db.selectFrom('mail').select(['email', 'state', 'problem', 'sealedToken']).execute()
const send = (until: Promise<unknown> | number | null) => sender.run([join(sender.folder, 'workspace.db'), server.address, key], until)

async function inviteAll(emails: readonly string[]) {
  const anna = await db.selectFrom('membership').select('accountId').executeTakeFirstOrThrow()
  const by = await findActiveAccount(db, anna.accountId)
  if (by === null) throw new Error('Nobody invites')
  await invite({ db, sealing: createSealing(key, 'meeting passwords'), sendsMail: true, by, now: Date.now() }, emails, 'member', 'en')
}

describe.skipIf(!isThorough)('a process that is killed while it sends mail', () => {
  beforeAll(async () => {
    server = await startMailServer()
    sender = await processToKill(new URL('../testing/mail-process.ts', import.meta.url))
    db = openSqlite(join(sender.folder, 'workspace.db'))
    await migrate(db)
    await makeCompany(db, Date.now())
  }, 60_000)
  afterAll(async () => {
    await db.destroy()
    sender.remove()
    await server.stop()
  })

  it('leaves a mail that the server took and nobody noted to be sent once more, the same', async () => {
    server.unanswered.add('ben@example.com')
    await inviteAll(['ben@example.com', 'cem@example.com'])
    expect(await send(server.next('ben@example.com'))).toBe(false)
    server.unanswered.clear()
    expect(await send(null)).toBe(true)
    const [first = '', second = '', ...others] = receivedBy('ben@example.com')
    expect([tokenIn(second), messageIdIn(second), others]).toEqual([tokenIn(first), messageIdIn(first), []])
    expect(tokenIn(first)).toMatch(/./)
    expect([receivedBy('cem@example.com').length, await waiting()]).toEqual([1, []])
  })

  it('leaves it a second time to be given up, and never sent a third time', async () => {
    server.unanswered.add('dana@example.com')
    await inviteAll(['dana@example.com'])
    for (let time = 0; time < 2; time += 1) expect(await send(server.next('dana@example.com'))).toBe(false)
    server.unanswered.clear()
    expect(await send(null)).toBe(true)
    expect(receivedBy('dana@example.com')).toHaveLength(2)
    expect(await waiting()).toEqual([{ email: 'dana@example.com', state: 'failed', problem: 'in-doubt', sealedToken: null }])
    await db.deleteFrom('mail').execute()
  })

  it('loses none and sends none more than twice, whenever it is killed', { timeout: kills * 20_000 }, async () => {
    const emails = Array.from({ length: kills * 20 }, (_, at) => `user${String(at)}@example.com`)
    await inviteAll(emails)
    let killed = 0
    while (killed < kills && !(await send(randomInt(20, 400)))) killed += 1
    await send(null)
    const given = new Set((await waiting()).map(({ email, state, problem }) => `${email} ${state} ${String(problem)}`))
    const twice = emails.filter((email) => receivedBy(email).length === 2)
    process.stdout.write(`killed ${String(killed)} times; ${String(twice.length)} sent twice, ${String(given.size)} given up\n`)
    for (const email of emails) {
      const contents = receivedBy(email)
      const isInDoubt = given.has(`${email} failed in-doubt`)
      expect(contents.length).toBeLessThanOrEqual(2)
      expect(contents.length > 0 || isInDoubt).toBe(true)
      expect(new Set(contents.map((content) => `${String(tokenIn(content))} ${String(messageIdIn(content))}`)).size).toBeLessThanOrEqual(1)
    }
    // A kill breaks off the one mail that is being sent.
    expect(twice.length + given.size).toBeLessThanOrEqual(killed)
    expect([...given].every((each) => each.endsWith('failed in-doubt'))).toBe(true)
  })
})

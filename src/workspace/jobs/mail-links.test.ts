import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOfLink } from '../links/account-links'
import { createMail, type Mail } from '../mail/mail'
import { waits } from '../mail/patience'
import { makeFirstLinks } from '../own-account/make-first-links'
import { dyingAfterMail, emailOf, everybody, mailingWorkspace, nowhere, type MailingWorkspace } from '../testing/mailing'
import { findActiveAccount, markSeen } from '../users/find-account'
import { removeUserIn } from '../users/remove-user'
import { resumeJob, stopJob } from './direct-job'
import { openMailing } from './start-mailing'

const lease = 15_000
const names = ['Ben', 'Cem', 'Dana']
const everyAddress = names.map(emailOf)
const tokenIn = (content = '') => /reset-password#([\w-]{43})/.exec(content)?.[1] ?? ''

let time: number
let workspace: MailingWorkspace

beforeEach(async () => {
  time = Date.now()
  workspace = await mailingWorkspace(names, () => time, lease)
})
afterEach(() => workspace.remove())

it('mails each link once, in the language of whom it is for, and keeps no secret', async () => {
  await workspace.db.updateTable('membership').set({ language: 'de' }).where('accountId', '=', workspace.idOf('Ben')).execute()
  const id = await workspace.makeLinks()
  expect(await workspace.job(id)).toMatchObject({ kind: 'bulk', action: { type: 'mail-password-links' }, state: 'waiting', total: 3 })
  const before = JSON.stringify([await workspace.kept(), workspace.logLines])
  expect(await workspace.work()).toBe(true)
  expect(workspace.recipients()).toEqual(everyAddress)
  expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 3, refused: 0, canUndo: false })
  const { content } = await workspace.server.next('ben@example.com')
  expect(content).toContain('Passwort')
  expect(content).toContain('https://meet.example.com/reset-password#')
  const links = await workspace.db.selectFrom('accountLink').where('accountId', '=', workspace.idOf('Ben')).select('tokenHash').execute()
  expect(links).toEqual([{ tokenHash: hashOfLink(tokenIn(content)) }])
  const after = JSON.stringify([await workspace.kept(), workspace.logLines])
  for (const received of workspace.server.received) {
    expect(before + after).not.toContain(tokenIn(received.content))
    expect(tokenIn(received.content)).not.toBe('')
  }
  expect(after).not.toContain('sealedToken')
  expect(await workspace.work()).toBe(false)
})

describe('where somebody else has to go on', () => {
  it('sends each once, also where instances work side by side', async () => {
    const id = await workspace.makeLinks()
    await Promise.all(['one', 'two', 'three'].map((name) => workspace.work(name)))
    expect(workspace.recipients()).toEqual(everyAddress)
    expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 3 })
  })

  it('goes on after an instance that has stopped in between', async () => {
    const id = await workspace.makeLinks()
    await workspace.work('one', workspace.mail, () => workspace.server.received.length > 0)
    expect(workspace.recipients()).toHaveLength(1)
    // Until the lease ends it is the first one's.
    expect(await workspace.work('two')).toBe(false)
    time += lease
    expect(await workspace.work('two')).toBe(true)
    expect(workspace.recipients()).toEqual(everyAddress)
    expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 3 })
  })

  it('sends once more to one person, the same, where an instance dies between sending and noting it', async () => {
    const id = await workspace.makeLinks()
    const { dying, deaths } = dyingAfterMail(workspace.mail)
    const ended: Promise<boolean>[] = []
    for (const [at, name] of ['one', 'two'].entries()) {
      ended.push(workspace.work(name, dying))
      await expect.poll(() => deaths.length).toBe(at + 1)
      time += lease
    }
    const [first, second] = workspace.server.received
    expect(second?.to).toBe(first?.to)
    expect(tokenIn(second?.content)).toBe(tokenIn(first?.content))
    const idOf = (content = '') => /^Message-ID: .*$/im.exec(content)?.[0]
    expect(idOf(second?.content)).toBe(idOf(first?.content))

    // A third time nobody is sent it, but named.
    await workspace.work('three')
    expect(workspace.recipients()).toHaveLength(4)
    expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 2, refused: 1 })
    expect((await workspace.results(id)).filter((result) => result.endsWith('refused mail-in-doubt'))).toHaveLength(1)
    for (const die of deaths) die()
    await Promise.all(ended)
    // Whoever comes back late changes nothing of what is told already.
    expect(await workspace.job(id)).toMatchObject({ done: 2, refused: 1 })
  })

  it('mails what was made where the request that made the links has died', async () => {
    const anna = await findActiveAccount(workspace.db, workspace.administratorId)
    if (anna === null) throw new Error('Anna is gone')
    const mailing = openMailing(workspace.db, anna, workspace.sealing, () => time)
    await makeFirstLinks(workspace.db, anna, everybody, time, { mailing })
    expect(await workspace.work()).toBe(false)
    time += 60_000
    expect(await workspace.work()).toBe(true)
    expect(workspace.recipients()).toEqual(everyAddress)
    expect(await mailing.close()).toBe(null)
  })
})

describe('where the server does not take it', () => {
  it('tells at once whom it takes no mail to, and tries again what it takes later', async () => {
    workspace.server.refused.set('ben@example.com', 550).set('cem@example.com', 450)
    const id = await workspace.makeLinks()
    await workspace.work()
    expect(await workspace.results(id)).toEqual(['Ben refused mail-refused', 'Cem pending', 'Dana done'])
    expect(await workspace.job(id)).toMatchObject({ state: 'waiting', done: 1, refused: 1 })
    expect(await workspace.work()).toBe(false)
    workspace.server.refused.clear()
    time += waits[0] ?? 0
    await workspace.work()
    expect(await workspace.results(id)).toEqual(['Ben refused mail-refused', 'Cem done', 'Dana done'])
    expect(workspace.recipients()).toEqual(['cem@example.com', 'dana@example.com'])
    expect(await workspace.job(id)).toMatchObject({ state: 'done' })
    expect(workspace.logLines.join()).not.toContain('cem@')
  })

  it('waits longer and longer for a server that is away, with one try each time, and gives up in the end', async () => {
    const away = nowhere()
    let tries = 0
    const counted: Mail = { ...away, send: (message) => ((tries += 1), away.send(message)) }
    const id = await workspace.makeLinks()
    for (const [at, wait] of waits.entries()) {
      await workspace.work('one', counted)
      expect([tries, await workspace.work('two', counted)]).toEqual([at + 1, false])
      expect(await workspace.job(id)).toMatchObject({ state: 'waiting', done: 0, refused: 0 })
      time += wait
    }
    expect([...waits]).toEqual([...waits].sort((one, other) => one - other))
    await workspace.work('one', counted)
    expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 0, refused: 3 })
    expect(await workspace.results(id)).toEqual(names.map((name) => `${name} refused mail-not-taken`))
    expect(JSON.stringify(await workspace.kept())).not.toContain('sealedToken')
  })

  it('begins anew with its waits once the server has taken something', async () => {
    const away = nowhere()
    const id = await workspace.makeLinks()
    for (const wait of waits) {
      await workspace.work('one', away)
      time += wait
    }
    workspace.server.refused.set('cem@example.com', 450)
    await workspace.work()
    expect(await workspace.results(id)).toEqual(['Ben done', 'Cem pending', 'Dana done'])
    workspace.server.refused.clear()
    time += waits[0] ?? 0
    await workspace.work()
    expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 3 })
  })

  it('sends to nobody more than twice where the server takes a message and never says so', async () => {
    for (const name of names) workspace.server.unanswered.add(emailOf(name))
    const cut: Mail = {
      ...workspace.mail,
      // The library's own patience is a minute.
      send: async (message) => {
        const own = createMail({ server: workspace.server.address, from: 'meet@example.com' })
        const sending = own.send(message)
        await Promise.race([sending, workspace.server.next(message.to)])
        own.close(true)
        await sending
      },
    }
    await workspace.makeLinks()
    for (const wait of waits) {
      await workspace.work('one', cut)
      time += wait
    }
    for (const name of names) expect(workspace.recipients().filter((to) => to === emailOf(name)).length).toBeLessThanOrEqual(2)
  })
})

describe('what has changed meanwhile', () => {
  it('is no mail to whoever was removed, switched off, has been here, or was given another link', async () => {
    const { db, companyId, author } = workspace
    for (const name of ['Eve', 'Finn', 'Gus']) await workspace.addMember(name)
    const id = await workspace.makeLinks()
    const { actor } = author
    const remove = (accountId: string, isPermanent = false) =>
      db.transaction().execute((transaction) => removeUserIn(transaction, { companyId, accountId, actor }, isPermanent, time))
    await remove(workspace.idOf('Ben'))
    await remove(workspace.idOf('Cem'), true)
    await db.updateTable('membership').set({ active: 0 }).where('accountId', '=', workspace.idOf('Dana')).execute()
    await markSeen(db, workspace.idOf('Eve'), time)
    await db.deleteFrom('accountLink').where('accountId', '=', workspace.idOf('Finn')).execute()
    await workspace.work()
    expect(workspace.recipients()).toEqual(['gus@example.com'])
    expect(await workspace.results(id)).toEqual([
      'Ben refused not-found',
      'Cem refused not-found',
      'Dana refused changed-since',
      'Eve refused changed-since',
      'Finn refused changed-since',
      'Gus done',
    ])
  })

  it('is no mail at all where whoever made the links may not any more, until somebody goes on with it', async () => {
    const { db, companyId } = workspace
    const id = await workspace.makeLinks()
    await db.updateTable('membership').set({ role: 'member' }).where('accountId', '=', workspace.administratorId).execute()
    await workspace.work()
    expect(await workspace.job(id)).toMatchObject({ state: 'failed', problem: 'not-allowed' })
    const other = await workspace.add('Olga', 'olga@example.com', 'administrator')
    const author = { companyId, actor: { accountId: other, email: 'olga@example.com', role: 'administrator' } } as const
    expect(await resumeJob(db, author, id)).toBe('done')
    await workspace.work()
    expect(workspace.recipients()).toEqual(everyAddress)
  })

  it('waits for an instance with a mail server, and can be stopped while it waits, by any', async () => {
    const { db, companyId, author } = workspace
    const id = await workspace.makeLinks()
    expect(await workspace.work('without', null)).toBe(false)
    await workspace.work('one', nowhere())
    expect(await workspace.job(id)).toMatchObject({ state: 'waiting' })
    expect(await stopJob(db, companyId, id)).toBe('done')
    expect(await workspace.work('without', null)).toBe(true)
    expect(await workspace.job(id)).toMatchObject({ state: 'stopped', done: 0 })
    expect(await resumeJob(db, author, id)).toBe('done')
    await workspace.work()
    expect(await workspace.job(id)).toMatchObject({ state: 'done', done: 3 })
    expect(workspace.recipients()).toEqual(everyAddress)
  })
})

import { performance } from 'node:perf_hooks'
import { expect, it, vi } from 'vitest'
import { openAdministration } from '../administration'
import { prepareDataFolder } from '../database/data-folder'
import { openSqlite } from '../database/sqlite'
import { createBrowser } from '../testing/browser'
import { temporaryWorkspace } from '../testing/temporary-workspace'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000 })

it('answers a sign-in alike for addresses that are known, unknown, switched off, and without a password', async () => {
  const temporary = temporaryWorkspace()
  const workspace = await temporary.start()
  const address = (path: string) => `${workspace.address}/console-api${path}`
  const password = 'correct horse battery'
  const company = { companyName: 'Example', name: 'Anna', email: 'anna@example.com', password, language: 'en' }
  await createBrowser().send('POST', address('/company'), company)
  const administration = await openAdministration(`${temporary.folder}/data`)
  const off = await administration.addAccount({ name: 'Off', email: 'off@example.com', password, role: 'member' })
  const imported = await administration.addAccount({ name: 'New', email: 'new@example.com', password, role: 'member' })
  await administration.close()
  const db = openSqlite(prepareDataFolder(`${temporary.folder}/data`).databasePath)
  await db.updateTable('membership').set({ active: 0 }).where('accountId', '=', off.id).execute()
  await db.deleteFrom('account').where('userId', '=', imported.id).execute()
  await db.destroy()

  async function attempt(email: string) {
    const begun = performance.now()
    const answer = await createBrowser().send('POST', address('/sign-in'), { email, password: 'another long password' })
    const headers = [...answer.headers.keys()].filter((name) => name !== 'x-request-id').sort()
    return { said: { status: answer.status, body: await answer.text(), headers }, took: performance.now() - begun }
  }
  // The first one loads what all of them need.
  await attempt('anna@example.com')
  // The shortest of three: a computer that is busy adds to each.
  const times = [await attempt('anna@example.com'), await attempt('anna@example.com'), await attempt('anna@example.com')]
  const known = { said: times[0]?.said, took: Math.min(...times.map(({ took }) => took)) }
  const others = [await attempt('nobody@example.com'), await attempt('off@example.com'), await attempt('new@example.com')]
  expect(known.said).toMatchObject({ status: 401, body: '{"error":"wrong-credentials"}' })
  for (const other of others) {
    expect(other.said).toEqual(known.said)
    // A password is hashed in any case. Without that, the answer would come twenty times as fast.
    expect(other.took).toBeGreaterThan(known.took / 5)
  }
  await workspace.stop()
  await temporary.remove()
})

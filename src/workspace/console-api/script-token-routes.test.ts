import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scriptTokenMadeSchema, scriptTokensSchema } from '../../contract/script-tokens'
import type { RunningWorkspace } from '../start-workspace'
import { createBrowser, type Browser } from '../testing/browser'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace

beforeAll(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
})

async function signedIn(): Promise<Browser> {
  const browser = createBrowser()
  const anna = { name: 'Anna', email: 'anna@example.com', password: 'correct horse battery', language: 'en' }
  await browser.send('POST', `${workspace.address}/console-api/company`, { companyName: 'Example', ...anna })
  return browser
}

async function account(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${workspace.address}/api/v1/account`, { headers })).status
}

describe('script tokens', () => {
  it('are made, listed and revoked by their owner in the console', async () => {
    const browser = await signedIn()
    const path = `${workspace.address}/console-api/script-tokens`
    const wanted = { name: 'Nightly report', scopes: ['account.read'], days: 30 }
    const { token, made } = scriptTokenMadeSchema.parse(await (await browser.send('POST', path, wanted)).json())
    expect(await account(token)).toBe(200)
    const listed = scriptTokensSchema.parse(await (await browser.send('GET', path)).json()).tokens
    expect(listed).toMatchObject([{ id: made.id, name: 'Nightly report', scopes: ['account.read'] }])
    expect(JSON.stringify(listed)).not.toContain(token)
    expect((await createBrowser().send('DELETE', `${path}/${made.id}`)).status).toBe(401)
    expect((await browser.send('DELETE', `${path}/${made.id}`)).status).toBe(204)
    expect(await account(token)).toBe(401)
    const refused = await browser.send('POST', path, { ...wanted, scopes: ['everything'], days: 0 })
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'invalid', fields: ['scopes.0', 'days'] }])
  })
})

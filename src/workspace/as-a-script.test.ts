import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { RunningWorkspace } from './start-workspace'
import { createBrowser } from './testing/browser'
import { signInThrough } from './testing/desktop-app'
import { temporaryWorkspace, type TemporaryWorkspace } from './testing/temporary-workspace'

const company = { companyName: 'Example', name: 'Anna Example', email: 'anna@example.com', password: 'correct horse battery', language: 'en' }

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000 })

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace

beforeEach(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
})
afterEach(async () => {
  await workspace.stop()
  await temporary.remove()
})

describe('a script of somebody else', () => {
  // In the manner of the vendor's own examples: plain calls, a JSON body where there is one to send, none for DELETE.
  const call = async (token: string, method: string, path: string, body?: object) => {
    const response = await fetch(`${workspace.address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  const idSchema = z.object({ id: z.string() })

  it('adds, changes, finds and removes users, and plans and removes meetings', async () => {
    const browser = createBrowser()
    await browser.send('POST', `${workspace.address}/console-api/company`, company)
    const { access_token: token } = (await signInThrough(browser, workspace.address)).tokens
    const added = await call(token, 'POST', '/users', { email: 'bob@example.com', name: 'Bob Example', language: 'en' })
    expect(added.status).toBe(200)
    const { id } = idSchema.parse(added.body)
    expect(await call(token, 'PUT', `/users/${id}`, { name: 'Robert Example' })).toEqual({ status: 204, body: null })
    expect((await call(token, 'GET', '/users?email=bob@example.com')).body).toMatchObject({ users: [{ id, name: 'Robert Example' }] })
    expect(await call(token, 'DELETE', `/users/${id}`)).toEqual({ status: 204, body: null })
    expect((await call(token, 'GET', `/users/${id}`)).status).toBe(404)
    // The vendor's call that deletes a whole company is not there.
    expect([404, 405]).toContain((await call(token, 'DELETE', '/users')).status)

    const planned = await call(token, 'POST', '/meetings', { subject: 'Plans', start: '2030-01-01T09:00:00Z', end: '2030-01-01T10:00:00Z' })
    expect(planned.status).toBe(200)
    const meeting = idSchema.parse(planned.body)
    expect(await call(token, 'DELETE', `/meetings/${meeting.id}`)).toEqual({ status: 204, body: null })
    expect((await call(token, 'GET', `/meetings/${meeting.id}`)).body).toMatchObject({ error: 'not_found' })
  })
})

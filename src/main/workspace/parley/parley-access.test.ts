import { createServer, type RequestListener } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WorkspaceAccess } from '../kind'
import { readAccountWith } from '../read-account'
import { teamviewerAccess } from '../teamviewer/teamviewer-access'
import { openTurnstile } from '../turnstile'
import { oneToken } from '../workspace'
import { parleyAccess } from './parley-access'

let address = ''
let asked: string[]
let close: () => void

const answer: RequestListener = ({ url = '', headers }, response) => {
  asked.push(`${url} ${headers.authorization ?? ''}`)
  const account = { userid: 'u1', name: 'Anna', email: 'anna@example.com', company_name: 'Example' }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(account))
}

beforeEach(async () => {
  asked = []
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}`
  close = () => void server.close()
})
afterEach(() => close())

const effects = () => ({ fetch, turnstile: openTurnstile({ now: Date.now, random: () => 0.5 }), now: Date.now })

const kinds: [string, () => WorkspaceAccess][] = [
  ['of Parley’s own', () => parleyAccess({ ...effects(), host: null, whenReady: () => Promise.resolve(address), address: () => address, lastAddress: () => address })],
  [
    'in TeamViewer’s cloud',
    () =>
      teamviewerAccess({
        ...effects(),
        hosts: { login: address, api: `${address}/api/v1` },
        clientId: () => 'id',
        clientSecret: () => Promise.resolve({ outcome: 'read', secret: null }),
        redirectPort: () => 0,
      }),
  ],
]

it.each(kinds)('a workspace %s is asked once whose account it is, by the sign-in and the pages together', async (_name, accessOf) => {
  const access = accessOf()
  const [atSignIn, ofPages] = await Promise.all([readAccountWith(access.open)('AT'), access.open(oneToken('AT')).account()])
  expect(atSignIn).toEqual(ofPages)
  expect(atSignIn).toMatchObject({ outcome: 'done' })
  expect(asked).toEqual(['/api/v1/account Bearer AT'])
  await Promise.all([access.open(oneToken('AT')).account(), access.open(oneToken('of another')).account()])
  expect(asked).toHaveLength(3)
  // Another place is another account.
  await Promise.all([access.open(oneToken('AT')).account(), accessOf().open(oneToken('AT')).account()])
  expect(asked).toHaveLength(5)
})

it('says whether links to its meetings open on other computers: only those to the one on this computer do not', () => {
  const at = (host: string | null) =>
    parleyAccess({ ...effects(), host, whenReady: () => Promise.resolve(address), address: () => address, lastAddress: () => address })
  expect(at(null).open(oneToken('AT')).capabilities.linksElsewhere).toBe(false)
  expect(at('meet.example.com').open(oneToken('AT')).capabilities.linksElsewhere).toBe(true)
})

import { decode, encode } from 'fast-png'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { consoleApiPrefix } from '../../contract/page-paths'
import { largestPicture } from '../../contract/picture'
import { otherProductsSchema } from '../../contract/products'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { createAccount } from '../users/create-account'

let workspace: ApiWorkspace
beforeEach(async () => {
  workspace = await apiWorkspace()
})
afterEach(() => workspace.remove())

async function ask(method: string, path = '', body?: unknown, by = workspace.administratorId) {
  const answer = await workspace.send(method, `${consoleApiPrefix}/products${path}`, workspace.inConsole(by), body)
  return { status: answer.status, products: answer.status === 200 ? otherProductsSchema.parse(await answer.json()).products : [] }
}
const wiki = { name: 'Wiki', address: 'https://wiki.example.com/home', icon: 'book' }

it('adds, changes and removes a product, each with its event, and everybody sees it', async () => {
  const [added] = (await ask('POST', '', wiki)).products
  expect(added).toMatchObject({ ...wiki, licenceId: null })
  const member = await workspace.add('Max', 'max@example.com')
  expect((await ask('GET', '', undefined, member)).products).toEqual([added])
  expect((await ask('POST', '', wiki, member)).status).toBe(403)
  const path = `/${added?.id ?? ''}`
  const [changed] = (await ask('PUT', path, { ...wiki, name: 'Handbook' })).products
  expect(changed).toMatchObject({ id: added?.id, name: 'Handbook' })
  expect((await ask('DELETE', path)).products).toEqual([])
  expect((await ask('DELETE', path)).status).toBe(404)
  const events = await workspace.db.selectFrom('event').where('name', 'in', ['ProductAdded', 'ProductChanged', 'ProductRemoved']).select(['name', 'affectedItem', 'details']).orderBy('number').execute()
  expect(events.map(({ name, affectedItem }) => [name, affectedItem])).toEqual([
    ['ProductAdded', 'Wiki'],
    ['ProductChanged', 'Wiki'],
    ['ProductRemoved', 'Handbook'],
  ])
  expect(JSON.parse(events[1]?.details ?? '')).toEqual({ name: 'Handbook', nameBefore: 'Wiki' })
})

it.each(['http://wiki.example.com', 'javascript:alert(1)', 'https://anna:secret@wiki.example.com', 'wiki.example.com', ''])(
  'takes no address that is not encrypted or hides something: %s',
  async (address) => {
    expect((await ask('POST', '', { ...wiki, address })).status).toBe(400)
  },
)

it('shows products that the company holds a licence of, under its name, until it has ended', async () => {
  const { db, companyId } = workspace
  const licence = { companyId, seats: 5, endsOn: null } as const
  const { id } = await createLicence(db, { ...licence, name: 'Support', product: 'other' })
  await createLicence(db, { ...licence, name: 'Meeting 50', product: 'meeting-50' })
  expect((await ask('GET')).products).toEqual([{ id: null, licenceId: id, name: 'Support', address: null, icon: 'apps', picture: null }])
  await ask('POST', '', wiki)
  const link = { ...wiki, name: 'Another name', icon: 'headset', licenceId: id }
  expect((await ask('POST', '', link)).products.map(({ name, icon }) => [name, icon])).toEqual([['Support', 'headset'], ['Wiki', 'book']])
  // Whoever says it again changes it.
  expect((await ask('POST', '', { ...link, icon: 'chat' })).products.map(({ icon }) => icon)).toEqual(['chat', 'book'])
  await db.updateTable('licence').set({ endsOn: '2020-01-01' }).where('id', '=', id).execute()
  expect((await ask('GET')).products.map(({ name }) => name)).toEqual(['Wiki'])
})

const png = (shade: number) =>
  Buffer.from(encode({ width: 2, height: 2, channels: 4, depth: 8, data: new Uint8Array(16).fill(shade) })).toString('base64')
const show = (id: string, by: string | null = workspace.administratorId) =>
  workspace.send('GET', `${consoleApiPrefix}/products/${id}/picture`, workspace.inConsole(by))

it('shows a product’s own picture to everybody in the company, and to nobody else', async () => {
  const [added] = (await ask('POST', '', { ...wiki, picture: png(200) })).products
  if (added === undefined) throw new Error('Nothing was added')
  expect(added).toMatchObject({ ...wiki, picture: expect.stringMatching(/^[0-9a-f]{16}$/) as string })
  const shown = await show(added.id ?? '', await workspace.add('Max', 'max@example.com'))
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect([...decode(await shown.arrayBuffer()).data]).toEqual(Array<number>(16).fill(200))

  const { db } = workspace
  await db.insertInto('company').values({ id: 'c-other', name: 'Other', isSample: 0, createdAt: 0 }).execute()
  const other = { companyId: 'c-other', name: 'Eve', email: 'eve@other.example', role: 'administrator', language: 'en', passwordHash: null } as const
  const eve = await createAccount(db, other, Date.now())
  if (eve === 'email-taken') throw new Error(eve)
  expect((await show(added.id ?? '', eve.id)).status).toBe(404)
  expect((await show(added.id ?? '', null)).status).toBe(401)
  expect((await ask('PUT', `/${added.id ?? ''}`, { ...wiki, picture: null }, eve.id)).status).toBe(404)
  expect((await ask('GET')).products).toEqual([added])
})

it('changes a picture, leaves it as it is, and takes it away, with an event of each change', async () => {
  const [added] = (await ask('POST', '', wiki)).products
  const path = `/${added?.id ?? ''}`
  const change = async (more: object) => (await ask('PUT', path, { ...wiki, ...more })).products[0]?.picture
  expect(added?.picture).toBeNull()
  const first = await change({ picture: png(1) })
  const second = await change({ picture: png(2) })
  expect(second).not.toBe(first)
  expect(await change({ name: 'Handbook' })).toBe(second)
  expect(await change({ name: 'Handbook', picture: null })).toBeNull()
  expect((await show(added?.id ?? '')).status).toBe(404)
  const events = await workspace.db.selectFrom('event').where('name', '=', 'ProductChanged').select('details').orderBy('number').execute()
  expect(events.map(({ details }) => JSON.parse(details) as unknown)).toEqual([
    { picture: first, pictureBefore: null },
    { picture: second, pictureBefore: first },
    { name: 'Handbook', nameBefore: 'Wiki' },
    { picture: null, pictureBefore: second },
  ])
  await change({ picture: png(3) })
  await ask('DELETE', path)
  expect(await workspace.db.selectFrom('productPicture').selectAll().execute()).toEqual([])
})

it('keeps a picture with the licence’s product that is said again', async () => {
  const { id: licenceId } = await createLicence(workspace.db, { companyId: workspace.companyId, name: 'Support', product: 'other', seats: 5, endsOn: null })
  const [added] = (await ask('POST', '', { ...wiki, licenceId, picture: png(1) })).products
  expect((await ask('POST', '', { ...wiki, licenceId, icon: 'chat' })).products).toEqual([{ ...added, icon: 'chat' }])
})

it.each([
  ['a page', Buffer.from('<svg/>').toString('base64'), 400, { error: 'not-a-picture' }],
  ['no base64', '<svg/>', 400, { error: 'invalid', fields: ['picture'] }],
  ['too large', Buffer.alloc(largestPicture + 1).toString('base64'), 413, { error: 'too-large' }],
  ['far too large', Buffer.alloc(2 * largestPicture).toString('base64'), 413, { error: 'too-large' }],
])('takes no picture that is none: %s', async (_, picture, status, body) => {
  // A body that comes in pieces is counted as it comes.
  const headers = { ...workspace.inConsole(workspace.administratorId), 'transfer-encoding': 'chunked' }
  const answer = await workspace.send('POST', `${consoleApiPrefix}/products`, headers, { ...wiki, picture })
  expect([answer.status, await answer.json()]).toEqual([status, body])
  expect((await ask('GET')).products).toEqual([])
})

it('holds a hundred products at most', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => ({ ...wiki, id: String(at), companyId: workspace.companyId, licenceId: null, icon: 'book' as const }))
  await workspace.db.insertInto('productLink').values(rows).execute()
  expect((await ask('POST', '', wiki)).status).toBe(400)
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { consoleApiPrefix } from '../../contract/page-paths'
import { otherProductsSchema } from '../../contract/products'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'

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
  expect((await ask('GET')).products).toEqual([{ id: null, licenceId: id, name: 'Support', address: null, icon: 'apps' }])
  await ask('POST', '', wiki)
  const link = { ...wiki, name: 'Another name', icon: 'headset', licenceId: id }
  expect((await ask('POST', '', link)).products.map(({ name, icon }) => [name, icon])).toEqual([['Support', 'headset'], ['Wiki', 'book']])
  // Whoever says it again changes it.
  expect((await ask('POST', '', { ...link, icon: 'chat' })).products.map(({ icon }) => icon)).toEqual(['chat', 'book'])
  await db.updateTable('licence').set({ endsOn: '2020-01-01' }).where('id', '=', id).execute()
  expect((await ask('GET')).products.map(({ name }) => name)).toEqual(['Wiki'])
})

it('holds a hundred products at most', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => ({ ...wiki, id: String(at), companyId: workspace.companyId, licenceId: null, icon: 'book' as const }))
  await workspace.db.insertInto('productLink').values(rows).execute()
  expect((await ask('POST', '', wiki)).status).toBe(400)
})

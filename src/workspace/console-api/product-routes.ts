import { Hono } from 'hono'
import { otherProductsSchema, saveProductSchema } from '../../contract/products'
import type { WorkspaceContext } from '../http/request-context'
import { shortCsvFile } from '../http/streams'
import { redrawPicture } from '../pictures/picture'
import { addProduct, changeProduct, removeProduct, type ProductsChange, type WantedProduct } from '../products/change-products'
import { listOtherProducts } from '../products/other-products'
import { findProductPicture } from '../products/product-picture'
import type { AccountInCompany } from '../users/find-account'
import { allow } from './allow'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'
import { showPicture } from './show-picture'

/** The company's other products: everybody goes there, administrators say which they are. */
export function productRoutes({ db, now }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  const by = ({ companyId, id, email }: AccountInCompany): ProductsChange => ({
    companyId,
    author: { accountId: id, email },
    now: now(),
  })
  const list = async ({ companyId }: AccountInCompany) =>
    otherProductsSchema.parse({ products: await listOtherProducts(db, companyId, now()) })

  routes.get('/', async (context) => context.json(await list(context.get('account'))))

  routes.get('/export', async (context) => {
    const { products } = await list(context.get('account'))
    const rows = products.map(({ name, address, licenceId }) => [name, address, licenceId === null ? 'no' : 'yes'])
    return shortCsvFile('products.csv', ['product', 'address', 'held by a licence'], rows)
  })

  routes.get('/:id/picture', async (context) =>
    showPicture(context, await findProductPicture(db, context.get('account').companyId, context.req.param('id'))))

  routes.use(allow('products'))

  routes.post('/', async (context) => {
    const wanted = await readProduct(context.req.raw)
    const account = context.get('account')
    const outcome = await addProduct(db, by(account), wanted)
    if (outcome === 'too-many') throw new ConsoleRefusal('invalid', { fields: ['products'] })
    if (outcome === 'not-found') throw new ConsoleRefusal(outcome)
    return context.json(await list(account))
  })

  routes.put('/:id', async (context) => {
    const wanted = await readProduct(context.req.raw)
    const account = context.get('account')
    const outcome = await changeProduct(db, by(account), context.req.param('id'), wanted)
    if (outcome === 'not-found') throw new ConsoleRefusal(outcome)
    return context.json(await list(account))
  })

  routes.delete('/:id', async (context) => {
    const account = context.get('account')
    const outcome = await removeProduct(db, by(account), context.req.param('id'))
    if (outcome === 'not-found') throw new ConsoleRefusal(outcome)
    return context.json(await list(account))
  })

  return routes
}

async function readProduct(request: Request): Promise<WantedProduct> {
  const { picture: file, ...wanted } = read(saveProductSchema, await readJson(request))
  if (file === undefined || file === null) return { ...wanted, ...(file === null ? { picture: null } : {}) }
  const picture = await redrawPicture(Buffer.from(file, 'base64'))
  if (typeof picture === 'string') throw new ConsoleRefusal(picture)
  return { ...wanted, picture }
}

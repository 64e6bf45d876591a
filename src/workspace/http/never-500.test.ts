import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { consoleApiPrefix } from '../../contract/page-paths'
import { routeTable } from '../api/route-table'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { consoleInputs } from '../testing/console-inputs'
import { hostileText, valuesFor } from '../testing/from-schema'

/** Requests for each route. `PARLEY_FUZZ=1000` looks longer. */
const numRuns = Number(process.env['PARLEY_FUZZ'] ?? 25)

let workspace: ApiWorkspace

beforeAll(async () => {
  workspace = await apiWorkspace({ limits: { consume: () => Promise.resolve({ allowed: true, retryAfter: null }) } })
  // What stands there for a hash in tests is none, as no account's is that somebody signs in with.
  await workspace.db.deleteFrom('account').execute()
})
afterAll(() => workspace.remove())

const segment = fc.oneof(hostileText.filter((text) => text.length < 200), fc.constantFrom('u1', 'm12-345-678'))

/** A query as text; what has no place in an address is replaced there. */
function queryOf(values: unknown): string {
  const pairs = z.record(z.string(), z.unknown()).safeParse(values)
  return new URLSearchParams(
    Object.entries(pairs.data ?? {}).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString()
}

const inPath = (text: string) => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '')) || 'x'

function expectNo500(status: number, what: string): void {
  if (status >= 500) throw new Error(`${what}: ${status}, ${workspace.logLines.at(-1) ?? ''}`)
}

it('answers whatever the API is sent', { timeout: 120_000 }, async () => {
  const nothing = fc.constant(undefined)
  for (const { method, path, schemas } of routeTable) {
    const body = method === 'GET' || method === 'DELETE' ? nothing : schemas.body === undefined ? fc.jsonValue() : valuesFor(schemas.body)
    const query = schemas.query === undefined ? nothing : valuesFor(schemas.query)
    await fc.assert(
      fc.asyncProperty(segment, query, body, async (id, asked, sent) => {
        const address = `${path.replaceAll(/\{\w+\}/g, () => inPath(id))}?${queryOf(asked)}`
        const anna = await workspace.as(workspace.administratorId)
        expectNo500((await anna(method, address, sent)).status, `${method} ${address} ${JSON.stringify(sent)}`)
      }),
      { numRuns },
    )
  }
})

it('answers whatever the console sends', { timeout: 120_000 }, async () => {
  const routes = workspace.routes.filter(({ path }) => path.startsWith(`${consoleApiPrefix}/`))
  expect(routes.length).toBeGreaterThan(80)
  for (const { method, path } of routes) {
    const name = `${method} ${path}`
    const hasBody = method === 'POST' || method === 'PUT'
    const schema = consoleInputs[name]
    if (hasBody) expect(schema, `what ${name} reads`).toBeDefined()
    // Signing in and out take the identity library, which the tests of those have.
    if (/\/sign-(?:in|out)$/.test(path)) continue
    const input = schema == null ? fc.jsonValue() : valuesFor(schema)
    // A password is hashed, which takes long on purpose.
    const isSlow = schema instanceof z.ZodObject && 'password' in schema.shape
    await fc.assert(
      fc.asyncProperty(segment, hasBody ? fc.jsonValue() : input, input, async (id, asked, sent) => {
        const address = `${path.replaceAll(/:\w+/g, () => inPath(id))}?${queryOf(asked)}`
        const answer = await workspace.send(method, address, workspace.inConsole(workspace.administratorId), hasBody ? sent : undefined)
        await answer.text()
        expectNo500(answer.status, `${method} ${address} ${JSON.stringify(sent)}`)
      }),
      { numRuns: isSlow ? Math.ceil(numRuns / 5) : numRuns },
    )
  }
})

it('answers bodies that are no JSON', async () => {
  const token = await workspace.as(workspace.administratorId)
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('{', '[[[', '{"__proto__":{}}', '\ufeff{}')), async (text) => {
      expectNo500((await token('POST', '/meetings', text)).status, text)
      const answer = await workspace.send('POST', '/console-api/script-tokens', workspace.inConsole(workspace.administratorId), text)
      expectNo500(answer.status, text)
    }),
    { numRuns },
  )
})

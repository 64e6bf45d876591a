import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import * as consoleApi from '../../contract/console-api'
import * as consoleEvents from '../../contract/console-events'
import * as scriptTokens from '../../contract/script-tokens'
import { routeTable } from '../api/route-table'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { hostileText, valuesFor } from '../testing/from-schema'

/** Requests for each route. `PARLEY_FUZZ=1000` looks longer. */
const numRuns = Number(process.env['PARLEY_FUZZ'] ?? 25)

let workspace: ApiWorkspace

beforeAll(async () => {
  workspace = await apiWorkspace({ limits: { consume: () => Promise.resolve({ allowed: true, retryAfter: null }) } })
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
  const schemas = [...Object.values(consoleApi), ...Object.values(consoleEvents), ...Object.values(scriptTokens)].filter(
    (each) => each instanceof z.ZodObject,
  )
  const anything = fc.oneof(...schemas.map(valuesFor), fc.jsonValue())
  // Signing in and making a company take the identity library, which the test of those has.
  const routes = workspace.routes.filter(({ path }) => path.startsWith('/console-api/') && !/sign-|company$/.test(path))
  for (const { method, path } of routes) {
    await fc.assert(
      fc.asyncProperty(segment, anything, anything, async (id, asked, sent) => {
        const address = `${path.replaceAll(/:\w+/g, () => inPath(id))}?${queryOf(asked)}`
        const body = method === 'GET' || method === 'DELETE' ? undefined : sent
        const answer = await workspace.send(method, address, workspace.inConsole(workspace.administratorId), body)
        await answer.text()
        expectNo500(answer.status, `${method} ${address} ${JSON.stringify(sent)}`)
      }),
      { numRuns },
    )
  }
  expect(routes.length).toBeGreaterThan(5)
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

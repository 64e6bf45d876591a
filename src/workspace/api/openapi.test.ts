import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { routeTable } from './route-table'

let workspace: ApiWorkspace

beforeAll(async () => {
  workspace = await apiWorkspace()
})
afterAll(() => workspace.remove())

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string(), parameters: z.array(z.unknown()) }))),
})

it('is read without a token, and has each route once', async () => {
  const answer = await workspace.send('GET', '/api/v1/openapi.json', {})
  expect(answer.status).toBe(200)
  const text = await answer.text()
  // References stay inside the document.
  expect(text).not.toContain('$defs')
  const { paths } = documentSchema.parse(JSON.parse(text))
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
  )
  expect(documented.sort()).toEqual(routeTable.map(({ method, path, id }) => `${method} ${path} ${id}`).sort())
  expect(new Set(routeTable.map(({ id }) => id)).size).toBe(routeTable.length)
  expect(paths['/users/{id}']?.['delete']?.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
    { name: 'isPermanentDelete', in: 'query', required: false },
  ])
})

it('is a valid document of OpenAPI 3.1', async () => {
  const answer = await workspace.send('GET', '/api/v1/openapi.json', {})
  const validator = new Validator()
  expect(await validator.validate(documentSchema.loose().parse(await answer.json()))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

it('says how long to wait where there were too many calls, and where to ask for what goes on', async () => {
  const responsesSchema = z.object({ responses: z.record(z.string(), z.object({ headers: z.record(z.string(), z.unknown()).optional() })) })
  const answer = await workspace.send('GET', '/api/v1/openapi.json', {})
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), responsesSchema)) }).parse(await answer.json())
  for (const { path, method, accepted } of routeTable) {
    const responses = paths[path]?.[method.toLowerCase()]?.responses
    expect(Object.keys(responses?.['429']?.headers ?? {}), path).toEqual(['Retry-After'])
    expect(Object.keys(responses?.['202']?.headers ?? {}), path).toEqual(accepted === undefined ? [] : ['Location'])
  }
})

it('says which calls need a second scope', () => {
  const described = routeTable.filter(({ description }) => description?.includes('licences.write')).map(({ id }) => id)
  expect(described.sort()).toEqual(
    ['beginImport', 'changeUser', 'checkImport', 'createUser', 'resumeBulkJob', 'startBulkJob', 'stopBulkJob', 'undoBulkJob'],
  )
})

it('can be read as a page, which has no script and loads nothing', async () => {
  const answer = await workspace.send('GET', '/api/v1/docs', { 'accept-language': 'fr-CH, en;q=0.5' })
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; img-src data:;/)
  expect(answer.headers.get('content-language')).toBe('fr')
  const page = await answer.text()
  for (const { id } of routeTable) expect(page).toContain(`<section id="${id}"`)
  expect(page).not.toMatch(/<script|style=|https?:\/\/|\son\w+=/)
})

it('tells the truth about what needs a token: everything else does', async () => {
  for (const { method, path } of routeTable) {
    const answer = await workspace.send(method, `/api/v1${path.replace('{id}', 'u1')}`, {})
    expect(answer.status).toBe(401)
  }
})

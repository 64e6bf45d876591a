import { z } from 'zod'
import { apiErrorSchema, apiPrefix } from '../../contract/web-api'
import type { ApiRoute } from './route'

/**
 * A schema as OpenAPI 3.1 takes it, which is JSON Schema 2020-12. Without the schemas' own names, whose references would
 * lead out of it.
 */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: z.registry<{ id?: string }>() })
  return Object.fromEntries(Object.entries(made).filter(([name]) => name !== '$schema'))
}

const schemaSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
})

/** The properties of an object's schema as parameters of a path or query. */
function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): unknown[] {
  if (schema === undefined) return []
  const { properties, required } = schemaSchema.parse(jsonSchema(schema, 'input'))
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }))
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same request with the same key within a day is done once and answered alike (Idempotency-Replayed: true); 422 for another request with that key, 409 while the first is under way.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

/** What an answer says in its head. */
const header = (description: string, schema: unknown) => ({ description, schema })
const retryAfter = { 'Retry-After': header('Seconds to wait', { type: 'integer', minimum: 1 }) }

const json = (schema: unknown) => ({ 'application/json': { schema } })

function operation({ method, isRead, id, summary, description, origin, scope, roles, schemas, accepted, upload, media }: ApiRoute): Record<string, unknown> {
  const { params, query, body, response } = schemas
  const takesKey = method === 'POST' && isRead !== true
  const who = roles === undefined ? 'For everybody in the company.' : `For these roles: ${roles.join(', ')}.`
  return {
    operationId: id,
    summary,
    description: [description, who, `A script token needs the scope \`${scope}\`.`].filter(Boolean).join(' '),
    tags: [origin === 'vendor' ? 'As the vendor’s' : 'Parley’s own'],
    security: [{ bearer: [] }],
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query'), ...(takesKey ? [idempotencyKey] : [])],
    ...(upload === undefined ? {} : { requestBody: { required: true, content: { [upload]: { schema: { type: 'string' } } } } }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(jsonSchema(body, 'input')) } }),
    responses: {
      ...(response === null
        ? media === undefined
          ? { 204: { description: 'Done' } }
          : { 200: { description: 'Done', content: { [media]: { schema: { type: 'string' } } } } }
        : {
            [accepted === undefined ? 200 : 202]: {
              description: accepted === undefined ? 'Done' : 'Goes on; `Location` says where to ask for it',
              content: json(jsonSchema(response, 'output')),
              ...(accepted === undefined ? {} : { headers: { Location: header('Where to ask for it', { type: 'string' }) } }),
            },
          }),
      429: { description: 'Too many calls with this token, or from this address: wait', headers: retryAfter, content: json({ $ref: '#/components/schemas/Error' }) },
      default: { description: 'Refused', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

/**
 * Writes the API down as OpenAPI 3.1, from the table that also answers.
 *
 * @param address The workspace's origin.
 */
export function openApiDocument(routes: readonly ApiRoute[], address: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Parley Web API', version: '1' },
    servers: [{ url: address + apiPrefix }],
    paths,
    components: {
      schemas: { Error: jsonSchema(apiErrorSchema, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}

import fc from 'fast-check'
import { z } from 'zod'

const nodeSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
})

/** Text that programs have stumbled over. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\0', 'a\0b', '%', '_', '\\', "'", '"', "'; drop table user; --", '\ud800', '\u202e', '../..', '{{x}}'),
  fc.constantFrom('9'.repeat(40), '-1', '1e999', 'NaN', '2026-13-45', '0000-00-00', '+275760-09-14', 'x'.repeat(5_000)),
)

/**
 * Values that a schema describes, and now and then ones that it does not: at every place something else may stand.
 *
 * @param schema Of a request.
 */
export function valuesFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fromNode(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

function fromNode(given: unknown): fc.Arbitrary<unknown> {
  const node = nodeSchema.safeParse(given).data ?? {}
  return fc.oneof({ weight: 12, arbitrary: fitting(node) }, { weight: 1, arbitrary: hostileText }, { weight: 1, arbitrary: fc.jsonValue() })
}

function fitting(node: z.output<typeof nodeSchema>): fc.Arbitrary<unknown> {
  const either = node.anyOf ?? node.oneOf
  if (either !== undefined && either.length > 0) return fc.oneof(...either.map(fromNode))
  if (node.enum !== undefined) return fc.constantFrom(...node.enum)
  if (node.const !== undefined) return fc.constant(node.const)
  switch (node.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, each]) => [name, fromNode(each)])), { requiredKeys: [] })
    case 'array':
      return fc.array(fromNode(node.items), { maxLength: 4 })
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: node.minimum ?? -5, max: Math.max(node.minimum ?? -5, node.maximum ?? 5_000) }), fc.double(), fc.maxSafeInteger())
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fittingText(node)
  }
}

function fittingText({ format, minLength = 0, maxLength = 60 }: z.output<typeof nodeSchema>): fc.Arbitrary<unknown> {
  const plain = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) })
  if (format === 'email') return fc.emailAddress()
  const moment = fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  return fc.oneof(plain, moment, moment.map((text) => text.slice(0, 10)), fc.constantFrom('FREQ=DAILY;COUNT=3', 'Europe/Berlin', 'en', 'u1'))
}

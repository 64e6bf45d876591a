import { z } from 'zod'
import { settingsSchema } from './settings'

/** Every setting by its dotted name (`theme`, `notifications.meeting`), with the schema of its value. */
function leavesOf(schema: z.ZodObject, prefix = ''): [string, z.ZodType][] {
  return Object.entries(schema.shape).flatMap(([name, inner]): [string, z.ZodType][] => {
    const path = `${prefix}${name}`
    if (inner instanceof z.ZodObject) return leavesOf(inner, `${path}.`)
    return inner instanceof z.ZodType ? [[path, inner]] : []
  })
}

/** What nobody can decide for somebody else: device ids are other ones for each person, and a pause is of this moment. */
const isPersonal = (name: string): boolean => name.startsWith('devices.') || name === 'notifications.pausedUntil'

/**
 * What an administrator may decide for the people at a computer: every setting but the personal ones, by its dotted name. One
 * table reads the policy, locks the setting, and makes the published schema.
 */
export const policyEntries: ReadonlyMap<string, z.ZodType> = new Map(leavesOf(settingsSchema).filter(([name]) => !isPersonal(name)))

/** Something in a policy that could not be followed. */
const policyProblemSchema = z.strictObject({
  /** The entry's name, or null when it is about the policy as a whole. */
  entry: z.string().nullable(),
  problem: z.enum([
    'unknown-entry',
    'wrong-value',
    'not-json', // the file as a whole can't be read as JSON
    'not-trusted', // others than the administrator could have written it
    'not-readable',
  ]),
  /** Where it stands: a file, a registry key. */
  source: z.string(),
})
export type PolicyProblem = z.infer<typeof policyProblemSchema>

/** What the page needs to know of the policy. */
export const policyStateSchema = z.strictObject({
  /** Dotted names of the settings that the policy decides. */
  managed: z.array(z.string()),
  problems: z.array(policyProblemSchema),
})
export type PolicyState = z.infer<typeof policyStateSchema>

export const noPolicy: PolicyState = { managed: [], problems: [] }

/** The policy's JSON Schema (draft 2020-12), as `docs/policy.schema.json` publishes it. */
export function policyJsonSchema(): unknown {
  const entries = Object.fromEntries([...policyEntries].map(([name, schema]) => [name, schema.optional()]))
  return { title: 'Managed policy of Parley', ...z.toJSONSchema(z.strictObject(entries)) }
}

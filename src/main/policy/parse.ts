import { isGroup } from '../settings/merge'
import { policyEntries, type PolicyProblem } from '../../contract/policy'

/** What an administrator has decided, by dotted names, and what of it could not be followed. */
export interface Policy {
  readonly values: ReadonlyMap<string, unknown>
  readonly problems: readonly PolicyProblem[]
}

/** No policy at all. */
export const emptyPolicy: Policy = { values: new Map(), problems: [] }

/**
 * Reads a policy's entries one by one: an unknown or wrong one is reported and left out, the others hold.
 *
 * @param entries Values by dotted name, or nested as the settings are.
 * @param source Where they stand, for the report.
 */
export function parsePolicy(entries: Readonly<Record<string, unknown>>, source: string): Policy {
  const values = new Map<string, unknown>()
  const problems: PolicyProblem[] = []
  const take = (given: Readonly<Record<string, unknown>>, prefix: string): void => {
    for (const [name, value] of Object.entries(given)) {
      const entry = `${prefix}${name}`
      // `$schema` helps editors, and says nothing.
      if (entry === '$schema') continue
      const schema = policyEntries.get(entry)
      if (schema !== undefined) {
        const parsed = schema.safeParse(value)
        if (parsed.success) values.set(entry, parsed.data)
        else problems.push({ entry, problem: 'wrong-value', source })
      } else if (isGroupName(entry) && isGroup(value)) take(value, `${entry}.`)
      else problems.push({ entry, problem: 'unknown-entry', source })
    }
  }
  take(entries, '')
  return { values, problems }
}

function isGroupName(name: string): boolean {
  return [...policyEntries.keys()].some((entry) => entry.startsWith(`${name}.`))
}

/** Reads a policy's JSON text. */
export function parsePolicyText(text: string, source: string): Policy {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (isGroup(value)) return parsePolicy(value, source)
  } catch {
    // Said below: the administrator mends the file.
  }
  return { values: new Map(), problems: [{ entry: null, problem: 'not-json', source }] }
}

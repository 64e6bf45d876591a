import { settingsSchema, type Settings } from '../../contract/settings'
import { isRecord, type Policy } from './parse'

/**
 * The settings with the policy's decisions in them: policy wins over what a person chose.
 *
 * @throws {z.ZodError} when the policy breaks the settings' schema: a mistake in `parsePolicy`.
 */
export function applyPolicy(settings: Settings, { values }: Pick<Policy, 'values'>): Settings {
  if (values.size === 0) return settings
  const applied: Record<string, unknown> = structuredClone(settings)
  for (const [name, value] of values) put(applied, name.split('.'), value)
  return settingsSchema.parse(applied)
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  const inner = into[name]
  if (rest.length > 0 && isRecord(inner)) put(inner, rest, value)
  else into[name] = value
}

/**
 * Whether a change touches what the policy decides. The page offers no such change, so that one means a mistake.
 */
export function touchesPolicy(change: Readonly<Record<string, unknown>>, { values }: Pick<Policy, 'values'>, prefix = ''): boolean {
  return Object.entries(change).some(([name, value]) => {
    const path = `${prefix}${name}`
    if (value === undefined) return false
    if (values.has(path)) return true
    return isRecord(value) && touchesPolicy(value, { values }, `${path}.`)
  })
}

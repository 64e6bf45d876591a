import { settingsSchema, type Settings } from '../../contract/settings'
import { isGroup, overlay } from '../settings/merge'
import type { Policy } from './parse'

/**
 * The settings with the policy's decisions in them: policy wins over what a person chose.
 *
 * @throws {z.ZodError} when the policy breaks the settings' schema: a mistake in `parsePolicy`.
 */
export function applyPolicy(settings: Settings, { values }: Pick<Policy, 'values'>): Settings {
  if (values.size === 0) return settings
  return settingsSchema.parse([...values].reduce<Readonly<Record<string, unknown>>>((applied, [name, value]) => overlay(applied, nested(name, value)), settings))
}

/** A value at its place: `appearance.zoom` is `zoom` in the group `appearance`. */
function nested(name: string, value: unknown): Record<string, unknown> {
  return name.split('.').reduceRight<Record<string, unknown> | null>((inner, part) => ({ [part]: inner ?? value }), null) ?? {}
}

/**
 * Whether a change touches what the policy decides. The page offers no such change, so that one means a mistake.
 */
export function touchesPolicy(change: Readonly<Record<string, unknown>>, { values }: Pick<Policy, 'values'>, prefix = ''): boolean {
  return Object.entries(change).some(([name, value]) => {
    const path = `${prefix}${name}`
    if (value === undefined) return false
    if (values.has(path)) return true
    return isGroup(value) && touchesPolicy(value, { values }, `${path}.`)
  })
}

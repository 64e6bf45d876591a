import type { Role } from './session'

/** The console's areas and who may use each: what its API lets through and what its pages offer. */
const areas = {
  users: ['administrator', 'user-manager'],
  licences: ['administrator', 'user-manager'],
  events: ['administrator'],
  company: ['administrator'],
  products: ['administrator'],
  invitations: ['administrator', 'user-manager'],
  ownAccount: ['administrator', 'user-manager', 'member'],
  scriptTokens: ['administrator', 'user-manager', 'member'],
} as const satisfies Record<string, readonly Role[]>

export type ConsoleArea = keyof typeof areas

/** Tells whether a role may use an area of the console. */
export function mayUse(role: Role, area: ConsoleArea): boolean {
  const roles: readonly Role[] = areas[area]
  return roles.includes(role)
}

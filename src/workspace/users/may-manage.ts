import type { Role } from '../../contract/session'

/** Who changes users: an account with its role, or (null) the workspace's operator, who may do anything. */
export type Actor = { readonly accountId: string; readonly email: string; readonly role: Role } | null

/**
 * Tells whether someone may make, change or remove a user. User managers look after members alone: with an
 * administrator's password or role in their hands, they would be one.
 *
 * @param roles The user's roles before and after the change.
 */
export function mayManage(actor: Actor, ...roles: readonly Role[]): boolean {
  if (actor === null || actor.role === 'administrator') return true
  return actor.role === 'user-manager' && roles.every((role) => role === 'member')
}

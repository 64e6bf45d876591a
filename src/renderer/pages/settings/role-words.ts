import type { Role } from '../../../contract/session'
import type { Word } from '../../i18n/words'

/** What each role is called. */
export const roleWords: Readonly<Record<Role, Word>> = {
  administrator: 'role.administrator',
  'user-manager': 'role.userManager',
  member: 'role.member',
}

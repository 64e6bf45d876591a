import type { Invitation } from '../../contract/invitations'
import { writeRow } from '../csv/write-row'

/**
 * Open invitations as a CSV file. Each has its link, as in the list, so that whoever has no mail server can send them all from
 * elsewhere; an invitation that is over has none.
 */
export function exportInvitations(invitations: readonly Invitation[]): string {
  const iso = (time: number) => new Date(time).toISOString()
  const rows = invitations.map(({ email, role, createdAt, endsAt, isOver, link }) =>
    writeRow([email, role, iso(createdAt), iso(endsAt), isOver ? '' : link]),
  )
  return `\u{feff}${writeRow(['email', 'role', 'invited', 'good until', 'link'])}${rows.join('')}`
}

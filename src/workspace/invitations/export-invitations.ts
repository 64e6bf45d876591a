import { writeMoment, writeRow } from '../csv/write-row'
import type { WorkspaceContext } from '../http/request-context'
import type { AccountInCompany } from '../users/find-account'
import { listOpenInvitations } from './open-invitations'

const pageSize = 1_000
const head = ['email', 'role', 'invited', 'good until', 'link']

/**
 * The open invitations that a search means as a CSV file, page by page. Each has its link, as in the list, so that whoever has no mail
 * server can send them all from elsewhere.
 */
export async function* exportInvitations(workspace: WorkspaceContext, by: AccountInCompany, search: string): AsyncGenerator<string> {
  yield `\u{feff}${writeRow(head)}`
  for (let after: string | undefined; ; ) {
    const page = await listOpenInvitations(workspace, by, { search, after, pageSize })
    if (page === 'no-such-page') throw new Error('A page led to none')
    yield page.invitations
      .map(({ email, role, createdAt, endsAt, isOver, link }) =>
        writeRow([email, role, writeMoment(createdAt), writeMoment(endsAt), isOver ? '' : (link ?? '')]),
      )
      .join('')
    if (page.next === null) return
    after = page.next
  }
}

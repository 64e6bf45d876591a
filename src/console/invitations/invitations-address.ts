import { invitationsFilterSchema } from '../../contract/invitations'
import { paths } from '../routes/paths'

/** What the page of invitations searches for, from its address; one that makes no sense counts as absent. @param query The address's query. */
export function readInvitationsSearch(query: string): string {
  return invitationsFilterSchema.safeParse({ search: new URLSearchParams(query).get('search') ?? undefined }).data?.search ?? ''
}

/** The page that shows a search of open invitations. */
export function invitationsAddress(search: string): string {
  return search === '' ? paths.invitations : `${paths.invitations}?${new URLSearchParams({ search }).toString()}`
}

import { z } from 'zod'
import type { Contact, Presence } from '../../../contract/contact'
import { tolerantEntries, tolerantId, tolerantObject, tolerantText } from '../tolerant'
import type { Page } from './pages'

/** How workspaces name presence, in any case. */
const presences: Readonly<Record<string, Presence>> = {
  online: 'online',
  busy: 'busy',
  away: 'away',
  offline: 'offline',
}

const user = tolerantObject({
  id: tolerantId,
  name: tolerantText,
  email: tolerantText,
  active: z.boolean().catch(true),
  online_state: tolerantText,
})

/** `GET /users`, one page: the people that may sign in; who is switched off is nobody to meet. */
export const peopleAnswer: z.ZodType<Page<Contact>> = tolerantObject({
  users: tolerantEntries(user),
  continuation_token: tolerantText,
}).transform(({ users, continuation_token }) => ({
  next: continuation_token,
  entries: users
    .filter(({ active }) => active)
    .map(({ id, name, email, online_state }) => ({
      id,
      name: name === '' ? email : name,
      email,
      presence: presences[online_state.toLowerCase()] ?? 'unknown',
    })),
}))

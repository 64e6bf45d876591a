/** What a route asks of a token that is good for some things only. */
export type Scope =
  | 'account.read'
  | 'users.read'
  | 'users.write'
  | 'licences.write'
  | 'meetings.read'
  | 'meetings.write'
  | 'events.read'

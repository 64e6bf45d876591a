import type { Scope } from '../../contract/script-tokens'

/** The words for what a token may be good for. */
export const scopeWords = {
  'account.read': 'scriptTokens.scope.accountRead',
  'users.read': 'scriptTokens.scope.usersRead',
  'users.write': 'scriptTokens.scope.usersWrite',
  'licences.write': 'scriptTokens.scope.licencesWrite',
  'meetings.read': 'scriptTokens.scope.meetingsRead',
  'meetings.write': 'scriptTokens.scope.meetingsWrite',
  'events.read': 'scriptTokens.scope.eventsRead',
} as const satisfies Record<Scope, string>

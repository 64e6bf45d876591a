import type { AccountEntry, AccountsState, SignInWay } from '../../contract/accounts'
import { accountOf } from '../account/session-machine'
import type { OpenAccount } from './accounts'

/** What the page is told of the accounts: those with somebody signed in, and the one that is shown. */
export function stateOf(current: OpenAccount, all: readonly OpenAccount[], ways: SignInWay[]): AccountsState {
  return {
    current: current.key,
    kind: current.kind,
    host: current.host,
    capabilities: current.workspace.capabilities,
    entries: all.flatMap((one) => entryOf(one) ?? []),
    ways,
  }
}

function entryOf({ key, kind, host, session }: OpenAccount): AccountEntry | null {
  const present = session.get()
  const account = accountOf(present)
  if (account === null) return null
  const { name, email, companyName } = account
  return { key, name, email, companyName, kind, host, isExpired: present.state === 'expired' }
}

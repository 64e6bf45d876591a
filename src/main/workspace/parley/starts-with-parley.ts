import { nobodyYet, type RememberedAccount } from '../../accounts/remembered'

interface KnownAtStart {
  accounts: readonly Pick<RememberedAccount, 'kind' | 'account'>[]
  /** Port of the workspace's last run on this computer; null where it never ran. */
  workspacePort: number | null
}

/**
 * Whether the workspace on this computer is started with Parley: where somebody has an account in it, or nobody is signed in
 * anywhere and there is one, whose console then answers in the browser. Else it starts when it is first asked for, and whoever
 * works elsewhere has no process for nothing.
 */
export function startsWithParley({ accounts, workspacePort }: KnownAtStart): boolean {
  const known = accounts.filter(({ account }) => account !== null)
  return known.length === 0 ? workspacePort !== null : known.some(({ kind }) => kind === nobodyYet.kind)
}

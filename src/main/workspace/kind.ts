import type { SignInStart, SignInWay } from '../../contract/accounts'
import type { IdentityProvider } from '../account/identity-provider'
import type { ProviderAnswer } from '../account/provider-failure'
import type { ListHistory } from './list-history'
import type { TokenSource, Workspace } from './workspace'

/** How main speaks with a workspace of one kind: the way to sign in there, and what it is asked afterwards. */
export interface WorkspaceAccess {
  /** Host of the workspace, for people to read; null for the one on this computer. */
  host: string | null
  /** The address to sign in at, once it is there; rejects when it does not come up. */
  address: () => Promise<string>
  discover: (address: string) => Promise<ProviderAnswer<IdentityProvider>>
  /** Port of the loopback redirect; 0 for any. */
  redirectPort: () => number
  /** @param history Of the list that not every account has, where there is such a one. */
  open: (tokens: TokenSource, history?: ListHistory) => Workspace
}

/** A workspace that was found, by its origin, or why there is none. */
export type FoundWorkspace = { outcome: 'found'; address: string } | { outcome: Exclude<SignInStart, 'started' | 'no-client-id'> }

/** A kind of workspace, as the accounts know it: what is in its folder, and nothing else of it, is known by its name. */
export interface OfferedKind {
  /** What it takes from the person before the browser can be opened. */
  needs: () => SignInWay['needs']
  /** Finds the workspace that was typed; null where the kind alone says where it is. */
  find: ((typed: string) => Promise<FoundWorkspace>) | null
  /** The way to the workspace at an address, as `find` gave it; null where the kind alone says where it is. */
  access: (address: string | null) => WorkspaceAccess
}

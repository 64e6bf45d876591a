import type { IdentityProvider } from '../account/identity-provider'
import type { ProviderAnswer } from '../account/provider-failure'
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
  open: (tokens: TokenSource) => Workspace
}

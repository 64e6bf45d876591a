import { desktopClientId } from '../../../contract/web-api'
import { discoverIdentityProvider } from '../../account/identity-provider'
import type { WorkspaceAccess } from '../kind'
import type { Reads } from '../requests'
import { parleyWorkspace, type ParleyWorkspaceEffects } from './parley-workspace'

export interface ParleyAccessEffects extends Omit<ParleyWorkspaceEffects, 'tokens' | 'isReachable'> {
  /** Null for the one on this computer, which no other reaches. */
  host: string | null
  /** The address once it is there; rejects when it does not come up. */
  whenReady: () => Promise<string>
}

/** A workspace of Parley's own: the one on this computer, or a company's. */
export function parleyAccess(effects: ParleyAccessEffects): WorkspaceAccess {
  const { fetch, now, turnstile } = effects
  const reads: Reads = new Map()
  return {
    host: effects.host,
    address: effects.whenReady,
    discover: (address) => discoverIdentityProvider(address, { clientId: desktopClientId, fetch, now, turnstile }),
    redirectPort: () => 0,
    open: (tokens) => parleyWorkspace({ ...effects, reads, tokens, isReachable: effects.host !== null }),
  }
}

import type { OfferedKind } from '../kind'
import type { Turnstile } from '../turnstile'
import type { WatchedWorkspace } from '../watch'
import { findWorkspace } from './find-workspace'
import { parleyAccess } from './parley-access'

interface ParleyKindsEffects {
  fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  now: () => number
  openTurnstile: () => Turnstile
  /** The workspace on this computer. */
  embedded: Pick<WatchedWorkspace, 'address' | 'lastAddress' | 'whenReady' | 'whenUp'>
}

/** How long a sign-in or a refresh waits for the workspace on this computer to come up, in milliseconds. */
const patience = 20_000

/** The workspace on this computer. */
export function thisComputer({ embedded, openTurnstile, ...shared }: ParleyKindsEffects): OfferedKind {
  return {
    needs: () => 'nothing',
    find: null,
    access: () =>
      parleyAccess({ ...shared, ...embedded, turnstile: openTurnstile(), host: null, whenReady: () => embedded.whenReady(patience) }),
  }
}

/** A company's workspace, at its address. */
export function selfHosted({ openTurnstile, fetch, now }: ParleyKindsEffects): OfferedKind {
  return {
    needs: () => 'address',
    find: (typed) => findWorkspace(typed, fetch),
    access: (address) => {
      const known = () => address
      return parleyAccess({
        fetch,
        now,
        turnstile: openTurnstile(),
        host: address === null ? null : new URL(address).host,
        address: known,
        lastAddress: known,
        whenReady: () => (address === null ? Promise.reject(new Error('A company’s workspace without an address')) : Promise.resolve(address)),
      })
    },
  }
}

import type { Settings } from '../../../contract/settings'
import { keepClientSecret } from '../../accounts/client-secret'
import type { SecretStore } from '../../secrets/secret-store'
import type { OfferedKind } from '../kind'
import type { Turnstile } from '../turnstile'
import { teamviewerHosts } from './hosts'
import { teamviewerAccess } from './teamviewer-access'

interface TeamViewerKindEffects {
  fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  now: () => number
  openTurnstile: () => Turnstile
  /** The company's own registration. */
  registration: () => Settings['teamviewer']
  /** The keychain's entry for the registration's secret. */
  secrets: SecretStore
}

/** The vendor's cloud, with the company's own registration of an app there. */
export interface TeamViewerKind extends OfferedKind {
  /** Puts the registration's secret into the keychain; false when the keychain refuses. */
  keepSecret(secret: string): Promise<boolean>
}

/** Makes the kind. Nothing is asked of keychain or network yet. */
export function teamviewer({ registration, secrets, openTurnstile, fetch, now }: TeamViewerKindEffects): TeamViewerKind {
  const secret = keepClientSecret(secrets)
  return {
    needs: () => (registration().clientId === '' ? 'client-id' : 'nothing'),
    find: null,
    access: () =>
      teamviewerAccess({
        fetch,
        now,
        turnstile: openTurnstile(),
        hosts: teamviewerHosts,
        clientId: () => registration().clientId,
        clientSecret: () => secret.read(registration().clientId),
        redirectPort: () => registration().redirectPort,
      }),
    keepSecret: (text) => secret.keep(registration().clientId, text),
  }
}

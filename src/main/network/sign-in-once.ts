import type { ProxyCredentials, ProxySignIn } from './proxy-sign-in'

/** Signs the requests of a library in at proxies. */
interface SignInOnce {
  credentials(proxy: string): Promise<ProxyCredentials | null>
  askAgain(): void
}

/**
 * For requests that don't say which of them a proxy has stopped. Chromium keeps what a proxy took, so that one which asks twice has
 * refused what it was told.
 */
export function signInOnce(proxies: Pick<ProxySignIn, 'credentials'>): SignInOnce {
  const sent = new Map<string, ProxyCredentials>()
  return {
    credentials: async (proxy) => {
      const found = await proxies.credentials(proxy, sent.get(proxy) ?? null)
      if (found !== null) sent.set(proxy, found)
      return found
    },
    askAgain: () => sent.clear(),
  }
}

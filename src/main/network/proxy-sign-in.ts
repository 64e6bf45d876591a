/** What a proxy wants to be told. */
export interface ProxyCredentials {
  username: string
  password: string
}

/** Where the credentials of a proxy are kept: the keychain. */
export interface ProxySecret {
  read(proxy: string): Promise<ProxyCredentials | null>
  write(proxy: string, credentials: ProxyCredentials): Promise<void>
  /** @returns False where the keychain does not let it go. */
  remove(): Promise<boolean>
}

export interface ProxySignInEffects {
  secret: ProxySecret
  /** The person is to be asked; null takes the question back. */
  ask: (question: { proxy: string; isWrong: boolean } | null) => void
}

/** Signs requests in at proxies. Credentials that were refused are never sent a second time, so that no account is locked. */
export interface ProxySignIn {
  /**
   * The credentials for a request that a proxy has stopped.
   *
   * @param proxy Host and port.
   * @param refused What this request has sent already, and what was refused therefore; null at first.
   * @returns Null where there are none, or no good ones: the person is asked, and the request fails.
   */
  credentials(proxy: string, refused: ProxyCredentials | null): Promise<ProxyCredentials | null>
  /** A request got through with these. */
  accepted(proxy: string, credentials: ProxyCredentials): Promise<void>
  /** The person's answer to the question; null is "not now". */
  answer(credentials: ProxyCredentials | null): void
  /** Something about the network changed: whoever said "not now" may be asked again. */
  askAgain(): void
  /** Takes everything that is known away. @returns False where the keychain keeps its part. */
  forget(): Promise<boolean>
}

/** Makes what signs in. Only what a proxy has accepted goes into the keychain. */
export function openProxySignIn({ secret, ask }: ProxySignInEffects): ProxySignIn {
  const known = new Map<string, ProxyCredentials>()
  const kept = new Set<ProxyCredentials>()
  const declined = new Set<string>()
  /** How often everything was forgotten: what the keychain said before is not known after. */
  let forgotten = 0
  let asked: string | null = null

  const question = (proxy: string, isWrong: boolean): void => {
    if (declined.has(proxy)) return
    asked = proxy
    ask({ proxy, isWrong })
  }
  const settle = (): void => {
    asked = null
    ask(null)
  }
  const find = async (proxy: string): Promise<ProxyCredentials | null> => {
    const inMemory = known.get(proxy)
    if (inMemory !== undefined) return inMemory
    const before = forgotten
    const read = await secret.read(proxy)
    const fromKeychain = before === forgotten ? read : null
    // Another request may have been here meanwhile.
    const now = known.get(proxy) ?? fromKeychain
    if (now === null) return null
    known.set(proxy, now)
    if (now === fromKeychain) kept.add(now)
    return now
  }

  return {
    credentials: async (proxy, refused) => {
      const found = await find(proxy)
      if (found !== null && found !== refused) return found
      if (found !== null) {
        known.delete(proxy)
        if (kept.delete(found)) await secret.remove()
      }
      // While the person types an answer to "wrong", an older request does not make it a first question.
      if (asked !== proxy || refused !== null) question(proxy, refused !== null)
      return null
    },
    accepted: async (proxy, credentials) => {
      if (known.get(proxy) !== credentials || kept.has(credentials)) return
      kept.add(credentials)
      await secret.write(proxy, credentials)
    },
    answer: (credentials) => {
      if (asked === null) return
      if (credentials === null) declined.add(asked)
      else known.set(asked, credentials)
      settle()
    },
    askAgain: () => declined.clear(),
    forget: async () => {
      forgotten += 1
      known.clear()
      kept.clear()
      declined.clear()
      settle()
      return secret.remove()
    },
  }
}

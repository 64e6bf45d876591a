/** The part of Electron's session that keeps what proxies took. */
interface CachingSession {
  clearAuthCache(): Promise<void>
  closeAllConnections(): Promise<void>
}

/** What Chromium itself keeps of the passwords of proxies, in each session apart, for as long as Parley runs. */
export interface AuthCaches<Session extends CachingSession> {
  /** A session is used: from now on it may keep some. */
  note(session: Session): void
  /**
   * Has every session forget them, and end the connections that proxies have let through.
   *
   * @throws Where one could not; the others have.
   */
  clear(): Promise<void>
}

/** Makes what knows the sessions. None is let go of: one for the same settings is the same again. */
export function authCaches<Session extends CachingSession>(): AuthCaches<Session> {
  const used = new Set<Session>()
  const forget = async (session: Session): Promise<void> => {
    await session.clearAuthCache()
    await session.closeAllConnections()
  }
  return {
    note: (session) => void used.add(session),
    clear: async () => {
      const done = await Promise.allSettled([...used].map(forget))
      const failed = done.find((one) => one.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
  }
}

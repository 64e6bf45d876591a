/** Moments of the identity library's tables: ISO 8601 text. */
type Moment = string

/** The identity library's tables, as far as Parley itself reads or writes them. */
export interface IdentityTables {
  user: {
    id: string
    name: string
    email: string
    emailVerified: number
    image: string | null
    createdAt: Moment
    updatedAt: Moment
  }
  session: {
    id: string
    userId: string
    token: string
    expiresAt: Moment
    createdAt: Moment
    updatedAt: Moment
    ipAddress: string | null
    userAgent: string | null
  }
  account: {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: Moment
    updatedAt: Moment
  }
  verification: { id: string; expiresAt: Moment }
  deviceCode: {
    id: string
    userCode: string
    /** Who has answered. */
    userId: string | null
    expiresAt: Moment
    status: string
    /** Parley's own column: the name of the computer that asks, as it told it. */
    computerName: string | null
  }
  jwks: { id: string }
  oauthClient: { id: string; clientId: string }
  oauthRefreshToken: {
    id: string
    token: string
    userId: string
    sessionId: string | null
    expiresAt: Moment
    createdAt: Moment
    authTime: Moment | null
    revoked: Moment | null
  }
  oauthAccessToken: {
    id: string
    token: string
    clientId: string
    userId: string | null
    refreshId: string | null
    expiresAt: Moment
    revoked: Moment | null
  }
}

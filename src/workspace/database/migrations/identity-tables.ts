import { PostgresAdapter, sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely'

/**
 * Column types by their meaning. The library is told that it runs on SQLite whatever is below, so that it writes flags as
 * 0 and 1 and moments as ISO 8601 text; a SQLite column of type `date` takes that text, one of PostgreSQL would not.
 */
const types = { text: 'text', flag: 'integer', number: 'integer', moment: 'date' } as const
const postgresqlTypes = { ...types, moment: 'text' } as const

/** A column: its type, `!` when it must have a value, `unique`, or `> table.column` for a reference. */
type Column = string

/**
 * The tables of better-auth 1.7 with its jwt and oauth-provider plugins, as its own generator makes them. They stand
 * here in full so that every workspace has the same ones whatever version made them; a test compares them with what the
 * library in use expects.
 */
const tables: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  user: {
    name: 'text!',
    email: 'text! unique',
    emailVerified: 'flag!',
    image: 'text',
    createdAt: 'moment!',
    updatedAt: 'moment!',
  },
  session: {
    expiresAt: 'moment!',
    token: 'text! unique',
    createdAt: 'moment!',
    updatedAt: 'moment!',
    ipAddress: 'text',
    userAgent: 'text',
    userId: 'text! > user.id cascade',
  },
  account: {
    accountId: 'text!',
    providerId: 'text!',
    userId: 'text! > user.id cascade',
    accessToken: 'text',
    refreshToken: 'text',
    idToken: 'text',
    accessTokenExpiresAt: 'moment',
    refreshTokenExpiresAt: 'moment',
    scope: 'text',
    password: 'text',
    createdAt: 'moment!',
    updatedAt: 'moment!',
  },
  verification: {
    identifier: 'text!',
    value: 'text!',
    expiresAt: 'moment!',
    createdAt: 'moment!',
    updatedAt: 'moment!',
  },
  jwks: {
    publicKey: 'text!',
    privateKey: 'text!',
    createdAt: 'moment!',
    expiresAt: 'moment',
    alg: 'text',
    crv: 'text',
  },
  oauthClient: {
    clientId: 'text! unique',
    clientSecret: 'text',
    clientDiscoveryId: 'text',
    disabled: 'flag',
    skipConsent: 'flag',
    enableEndSession: 'flag',
    subjectType: 'text',
    scopes: 'text',
    clientCredentialsScopes: 'text',
    userId: 'text > user.id cascade',
    createdAt: 'moment',
    updatedAt: 'moment',
    name: 'text',
    uri: 'text',
    icon: 'text',
    contacts: 'text',
    tos: 'text',
    policy: 'text',
    softwareId: 'text',
    softwareVersion: 'text',
    softwareStatement: 'text',
    redirectUris: 'text!',
    postLogoutRedirectUris: 'text',
    backchannelLogoutUri: 'text',
    backchannelLogoutSessionRequired: 'flag',
    tokenEndpointAuthMethod: 'text',
    applicationType: 'text',
    jwks: 'text',
    jwksUri: 'text',
    grantTypes: 'text',
    responseTypes: 'text',
    requirePKCE: 'flag',
    dpopBoundAccessTokens: 'flag',
    referenceId: 'text',
    metadata: 'text',
  },
  oauthResource: {
    identifier: 'text! unique',
    name: 'text!',
    accessTokenTtl: 'number',
    refreshTokenTtl: 'number',
    signingAlgorithm: 'text',
    signingKeyId: 'text',
    allowedScopes: 'text',
    customClaims: 'text',
    dpopBoundAccessTokensRequired: 'flag',
    disabled: 'flag',
    createdAt: 'moment',
    updatedAt: 'moment',
    policyVersion: 'number',
    metadata: 'text',
  },
  oauthClientResource: {
    clientId: 'text! > oauthClient.clientId cascade',
    resourceId: 'text! > oauthResource.identifier cascade',
    metadata: 'text',
    createdAt: 'moment',
  },
  oauthRefreshToken: {
    token: 'text! unique',
    clientId: 'text! > oauthClient.clientId cascade',
    sessionId: 'text > session.id set-null',
    userId: 'text! > user.id cascade',
    referenceId: 'text',
    authorizationCodeId: 'text',
    resources: 'text',
    requestedUserInfoClaims: 'text',
    expiresAt: 'moment!',
    createdAt: 'moment!',
    revoked: 'moment',
    rotatedAt: 'moment',
    rotationReplayResponse: 'text',
    rotationReplayExpiresAt: 'moment',
    authTime: 'moment',
    confirmation: 'text',
    scopes: 'text!',
  },
  oauthAccessToken: {
    token: 'text! unique',
    clientId: 'text! > oauthClient.clientId cascade',
    sessionId: 'text > session.id set-null',
    userId: 'text > user.id cascade',
    referenceId: 'text',
    authorizationCodeId: 'text',
    resources: 'text',
    requestedUserInfoClaims: 'text',
    refreshId: 'text > oauthRefreshToken.id cascade',
    expiresAt: 'moment!',
    createdAt: 'moment!',
    revoked: 'moment',
    confirmation: 'text',
    scopes: 'text!',
  },
  oauthConsent: {
    clientId: 'text! > oauthClient.clientId cascade',
    userId: 'text > user.id cascade',
    referenceId: 'text',
    resources: 'text',
    requestedUserInfoClaims: 'text',
    scopes: 'text!',
    createdAt: 'moment!',
    updatedAt: 'moment!',
  },
  oauthClientAssertion: { expiresAt: 'moment!' },
}

const indexes: readonly (readonly [table: string, column: string])[] = [
  ['session', 'userId'],
  ['account', 'userId'],
  ['verification', 'identifier'],
  ['oauthClient', 'userId'],
  ['oauthClientResource', 'clientId'],
  ['oauthClientResource', 'resourceId'],
  ['oauthRefreshToken', 'clientId'],
  ['oauthRefreshToken', 'sessionId'],
  ['oauthRefreshToken', 'userId'],
  ['oauthRefreshToken', 'authorizationCodeId'],
  ['oauthAccessToken', 'clientId'],
  ['oauthAccessToken', 'sessionId'],
  ['oauthAccessToken', 'userId'],
  ['oauthAccessToken', 'authorizationCodeId'],
  ['oauthAccessToken', 'refreshId'],
  ['oauthConsent', 'clientId'],
  ['oauthConsent', 'userId'],
]

const columnPattern = /^(text|flag|number|moment)(!?)( unique)?(?: > (\w+)\.(\w+) (cascade|set-null))?$/

function addColumn(
  builder: CreateTableBuilder<string>,
  name: string,
  column: Column,
  isPostgresql: boolean,
): CreateTableBuilder<string> {
  const [, type, required, unique, table, target, onDelete] = columnPattern.exec(column) ?? []
  if (type !== 'text' && type !== 'flag' && type !== 'number' && type !== 'moment') {
    throw new TypeError(`Column ${name} is not understood: ${column}`)
  }
  return builder.addColumn(name, sql.raw((isPostgresql ? postgresqlTypes : types)[type]), (definition) => {
    let made = definition
    if (required === '!') made = made.notNull()
    if (unique !== undefined) made = made.unique()
    if (table !== undefined && target !== undefined) {
      made = made.references(`${table}.${target}`).onDelete(onDelete === 'cascade' ? 'cascade' : 'set null')
    }
    return made
  })
}

export const identityTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isPostgresql = db.getExecutor().adapter instanceof PostgresAdapter
    for (const [table, columns] of Object.entries(tables)) {
      let builder: CreateTableBuilder<string> = db.schema
        .createTable(table)
        .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      for (const [name, column] of Object.entries(columns)) {
        builder = addColumn(builder, name, column, isPostgresql)
      }
      await builder.execute()
    }
    for (const [table, column] of indexes) {
      await db.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute()
    }
    await db.schema
      .createIndex('oauthClientResource_clientId_resourceId_uidx')
      .on('oauthClientResource')
      .columns(['clientId', 'resourceId'])
      .unique()
      .execute()
  },
}

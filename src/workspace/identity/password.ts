import type { WorkspaceDatabase } from '../database/sqlite'

/**
 * Hashes a password with the identity library's scrypt, loaded when it is first needed.
 *
 * @param password 12 to 128 characters.
 */
export async function hashPassword(password: string): Promise<string> {
  const library = await import('better-auth/crypto')
  return library.hashPassword(password)
}

/**
 * Tells whether a password is an account's, in the same time whether the account has one or not.
 *
 * @param hash From `hashPassword`, or null for an account without a password.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const library = await import('better-auth/crypto')
  if (hash === null) {
    await library.hashPassword(password)
    return false
  }
  return library.verifyPassword({ hash, password })
}

/** The hash of an account's password; null where it has none. */
export async function passwordHashOf(db: WorkspaceDatabase, accountId: string): Promise<string | null> {
  const found = await db
    .selectFrom('account')
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .select('password')
    .executeTakeFirst()
  return found?.password ?? null
}

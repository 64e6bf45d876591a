/**
 * Hashes a password with the identity library's scrypt, loaded when it is first needed.
 *
 * @param password 12 to 128 characters.
 */
export async function hashPassword(password: string): Promise<string> {
  const library = await import('better-auth/crypto')
  return library.hashPassword(password)
}

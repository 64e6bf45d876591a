import { z } from 'zod'

/** What the keychain holds of a session. Small on purpose: no access token, no ID token. */
export interface SessionSecret {
  /** Id of the account that it belongs to; a token of another account is never used for this one. */
  accountId: string
  refreshToken: string
}

/** CRED_MAX_CREDENTIAL_BLOB_SIZE of Windows' Credential Manager (wincred.h) is 5 × 512 bytes. */
export const maximumSecretBytes = 5 * 512

const entrySchema = z.strictObject({
  version: z.literal(1),
  /** Fingerprint of the profile that wrote it, so that an entry from elsewhere is told from Parley's own. */
  profile: z.string(),
  accountId: z.string().min(1),
  refreshToken: z.string().min(1),
})

/**
 * Writes an entry for the keychain.
 *
 * @param profile The profile's key; see `profileKey`.
 * @returns The text, or null when it is larger than every system's keychain takes.
 */
export function encodeSecret(secret: SessionSecret, profile: string): string | null {
  const text = JSON.stringify({ version: 1, profile, accountId: secret.accountId, refreshToken: secret.refreshToken })
  return Buffer.byteLength(text, 'utf8') > maximumSecretBytes ? null : text
}

/**
 * Reads an entry of the keychain.
 *
 * @param text What the keychain gave.
 * @param profile The profile's key; an entry of another profile counts as unreadable.
 * @returns The secret, or null when it is not an entry that this profile wrote.
 */
export function decodeSecret(text: string, profile: string): SessionSecret | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const entry = entrySchema.safeParse(value)
  if (!entry.success || entry.data.profile !== profile) return null
  return { accountId: entry.data.accountId, refreshToken: entry.data.refreshToken }
}

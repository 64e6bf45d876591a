import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps small secrets in the database so that a copy of the database alone does not tell them. */
export interface Sealing {
  seal(text: string): string
  /** Null when it was sealed with another key (a lost one), or is damaged. */
  open(sealed: string): string | null
}

/**
 * Seals with AES-256-GCM under a key derived (HKDF, RFC 5869) from the workspace's own.
 *
 * @param secret The workspace's key.
 * @param purpose Text of one purpose can't be opened as another's.
 */
export function createSealing(secret: string, purpose: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `parley ${purpose}`, 32))
  return {
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url')
    },
    open: (sealed) => {
      const whole = Buffer.from(sealed, 'base64url')
      if (whole.length < 28) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, whole.subarray(0, 12))
        decipher.setAuthTag(whole.subarray(12, 28))
        return Buffer.concat([decipher.update(whole.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

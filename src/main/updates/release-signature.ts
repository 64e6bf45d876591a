import { createPublicKey, verify } from 'node:crypto'

/**
 * Whether a text is signed by whoever releases Parley (Ed25519, RFC 8032).
 *
 * @param text The list of a release's files, as the server gave it.
 * @param signature Base64.
 * @param key The public key: base64 of its SubjectPublicKeyInfo (RFC 8410).
 */
export function isSignedBy(text: string, signature: string, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return publicKey.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), publicKey, Buffer.from(signature.trim(), 'base64'))
  } catch {
    // Neither a key nor a signature.
    return false
  }
}

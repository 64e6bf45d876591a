import { X509Certificate } from 'node:crypto'
import type { Authority, AuthorityAdded } from '../../contract/network'
import { isConstrained, isStrong, isValidAt, nameOf } from './certificate'

/** What a file of certificates held: authorities to trust, or why none of it is taken. */
export type AuthoritiesRead =
  | { outcome: 'read'; authorities: X509Certificate[] }
  | { outcome: Exclude<AuthorityAdded, 'added' | 'cancelled' | 'known'> }

const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/**
 * Reads a file that a person or an administrator wants trusted: PEM with one or more certificates, or DER. Each of them must
 * be an authority that is valid today; one that is not leaves out all.
 *
 * @param now Milliseconds since the epoch.
 */
export function readAuthorities(file: Buffer, now: number): AuthoritiesRead {
  const blocks = file.toString('latin1').match(pemBlock) ?? [file]
  const authorities: X509Certificate[] = []
  for (const block of blocks) {
    let certificate: X509Certificate
    try {
      certificate = new X509Certificate(block)
    } catch {
      return { outcome: 'not-readable' }
    }
    if (!certificate.ca || !isStrong(certificate)) return { outcome: 'not-an-authority' }
    if (isConstrained(certificate)) return { outcome: 'constrained' }
    if (!isValidAt(certificate, now)) return { outcome: 'not-valid' }
    authorities.push(certificate)
  }
  return { outcome: 'read', authorities }
}

/** The certificates of the settings; what is none is left out. */
export function trustedAuthorities(texts: readonly string[]): X509Certificate[] {
  return texts.flatMap((text) => {
    try {
      const certificate = new X509Certificate(text)
      return certificate.ca ? [certificate] : []
    } catch {
      return []
    }
  })
}

/** What the page shows of an authority. */
export function describeAuthority(certificate: X509Certificate): Authority {
  return {
    fingerprint: fingerprintOf(certificate),
    name: nameOf(certificate.subject),
    until: Date.parse(certificate.validTo),
  }
}

/** SHA-256 without the colons. */
export function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase()
}

import type { X509Certificate } from 'node:crypto'
import { z } from 'zod'

/** Last bytes of object identifiers below 2.5.29 (RFC 5280 §4.2.1): extensions of certificates. */
const basicConstraints = 0x13
const nameConstraints = 0x1e

/** Object identifiers of signatures with MD2, MD5 and SHA-1 (RFC 8017 appendix C, RFC 5758), as they stand in a certificate. */
const weakSignatures = ['06092a864886f70d010102', '06092a864886f70d010104', '06092a864886f70d010105', '06072a8648ce3d0401', '06072a8648ce380403'].map(
  (bytes) => Buffer.from(bytes, 'hex'),
)

/** Bytes from an extension's content on, or null where there is no such extension. */
function extension({ raw }: X509Certificate, id: number): Buffer | null {
  const at = raw.indexOf(Buffer.from([0x06, 0x03, 0x55, 0x1d, id]))
  if (at < 0) return null
  let start = at + 5
  // "critical", TRUE
  if (raw[start] === 0x01) start += 3
  // OCTET STRING; the extensions that are read here are short, or only their being there counts.
  return raw.subarray(start + 2)
}

/** Whether it vouches for certain names only. */
export function isConstrained(certificate: X509Certificate): boolean {
  return extension(certificate, nameConstraints) !== null
}

/** How many authorities may stand between this one and a server's certificate (RFC 5280 §4.2.1.9). */
export function longestPath(certificate: X509Certificate): number {
  const content = extension(certificate, basicConstraints)
  // SEQUENCE { BOOLEAN TRUE, INTEGER }
  if (content?.[0] !== 0x30 || content[2] !== 0x01) return Number.POSITIVE_INFINITY
  return content[1] === 6 && content[5] === 0x02 ? (content[7] ?? 0) : Number.POSITIVE_INFINITY
}

/** Whether its dates hold. @param now Milliseconds since the epoch. */
export function isValidAt(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo)
}

/** Whether key and signature are of a kind that browsers take (CA/Browser Forum Baseline Requirements §6.1.5, §7.1.3). */
export function isStrong(certificate: X509Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  const isKeyStrong = asymmetricKeyType === 'ec' || asymmetricKeyType === 'ed25519' || (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  return isKeyStrong && weakSignatures.every((signature) => !certificate.raw.includes(signature))
}

/** There are none where the certificate does not limit its purposes, other than Node's types say. */
const purposesSchema = z.object({ purposes: z.array(z.string()).optional() })
const anyPurpose = '2.5.29.37.0'
const serverPurpose = '1.3.6.1.5.5.7.3.1'

/** Whether it may be used for servers (RFC 5280 §4.2.1.12); one that names no purpose may. */
export function isForServers(certificate: X509Certificate): boolean {
  const { purposes } = purposesSchema.parse({ purposes: certificate.keyUsage })
  return purposes === undefined || purposes.includes(serverPurpose) || purposes.includes(anyPurpose)
}

/** Its common name, or else its organisation, or the subject as a whole. */
export function nameOf(subject: string): string {
  const field = (name: string): string | undefined => new RegExp(`^${name}=(.+)$`, 'm').exec(subject)?.[1]
  return field('CN') ?? field('O') ?? subject.replaceAll('\n', ', ')
}

import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { isConstrained, isForServers, isStrong, isValidAt, longestPath } from './certificate'

/** A certificate as Electron hands it over, with the next one that the server sent. */
export interface ServedCertificate {
  /** PEM. */
  data: string
  issuerCert?: ServedCertificate | undefined
}

interface ServedBy {
  certificate: ServedCertificate
  /** The host that was asked for. */
  hostname: string
  authorities: readonly X509Certificate[]
  /** Milliseconds since the epoch. */
  now: number
}

/** The server's certificate and at most this many above it. */
const longestChain = 8

/**
 * Whether a server's certificate leads to one of the own authorities (RFC 5280 §6.1, RFC 6125 §6): the host's name, every
 * date, every signature, key and purpose must hold. What can't be checked here (an authority for certain names only) is
 * refused. It is asked only after the system has said that it knows no authority above the certificate; nothing that the
 * system found wrong besides is waved through, since all of it is checked here again.
 */
export function leadsToOwnAuthority({ certificate, hostname, authorities, now }: ServedBy): boolean {
  try {
    const chain = readChain(certificate)
    const [server] = chain
    if (server === undefined || !isNamed(server, hostname)) return false
    for (const [index, current] of chain.entries()) {
      if (!isSound(current, now)) return false
      if (authorities.some((authority) => vouches(authority, current, index, now))) return true
      const next = chain[index + 1]
      if (next === undefined || !mayIssue(next, index) || !isIssuedBy(current, next)) return false
    }
  } catch {
    // Not readable as certificates.
  }
  return false
}

function readChain(served: ServedCertificate): X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let next: ServedCertificate | undefined = served; next !== undefined && chain.length < longestChain; next = next.issuerCert) {
    chain.push(new X509Certificate(next.data))
  }
  return chain
}

function isNamed(server: X509Certificate, hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return server.checkIP(host) !== undefined
  // The subject's common name does not count (RFC 6125 §6.4.4).
  return server.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined
}

function isSound(certificate: X509Certificate, now: number): boolean {
  return isValidAt(certificate, now) && isStrong(certificate) && isForServers(certificate)
}

/** @param below How many certificates stand below the issuer, the server's own not counted. */
function mayIssue(issuer: X509Certificate, below: number): boolean {
  return issuer.ca && !isConstrained(issuer) && below <= longestPath(issuer)
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function vouches(authority: X509Certificate, certificate: X509Certificate, below: number, now: number): boolean {
  if (authority.fingerprint256 === certificate.fingerprint256) return true
  return isValidAt(authority, now) && mayIssue(authority, below) && isIssuedBy(certificate, authority)
}

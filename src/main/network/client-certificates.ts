import type { CertificateChoice } from '../../contract/network'
import { nameOf } from './certificate'

/** The part of Electron's certificate that is shown. */
export interface OfferedCertificate {
  /** `sha256/` and base64. */
  fingerprint: string
  subjectName: string
  issuerName: string
  /** Seconds since the epoch. */
  validExpiry: number
}

/** Chooses which of the person's certificates a server gets to see. */
export interface ClientCertificates<C extends OfferedCertificate> {
  /**
   * A server wants a certificate. The person is asked once for each server; the request waits meanwhile.
   *
   * @param offered Those of the system that fit.
   * @returns The chosen one, or null for none.
   */
  choose(host: string, offered: readonly C[]): Promise<C | null>
  /** The person's answer to the question; null is "none", which holds until something about the network changes. */
  answer(fingerprint: string | null): void
  askAgain(): void
}

interface ClientCertificatesEffects {
  /** What was chosen for each host before, by fingerprint. */
  chosen: { get(host: string): string | undefined; set(host: string, fingerprint: string): void }
  ask: (question: { host: string; choices: CertificateChoice[] } | null) => void
}

/** Makes the choice; several servers are asked about one after the other. */
export function openClientCertificates<C extends OfferedCertificate>({ chosen, ask }: ClientCertificatesEffects): ClientCertificates<C> {
  const declined = new Set<string>()
  const waiting = new Map<string, { offered: readonly C[]; settle: ((certificate: C | null) => void)[] }>()

  const askNext = (): void => {
    const next = [...waiting][0]
    ask(next === undefined ? null : { host: next[0], choices: next[1].offered.map(describe) })
  }
  const settle = (fingerprint: string | null): void => {
    const first = [...waiting][0]
    if (first === undefined) return
    const [host, { offered, settle: waiters }] = first
    const certificate = offered.find((each) => each.fingerprint === fingerprint) ?? null
    waiting.delete(host)
    if (certificate === null) declined.add(host)
    else chosen.set(host, certificate.fingerprint)
    for (const tell of waiters) tell(certificate)
    askNext()
  }

  return {
    choose: (host, offered) => {
      const before = offered.find(({ fingerprint }) => fingerprint === chosen.get(host))
      if (before !== undefined) return Promise.resolve(before)
      if (offered.length === 0 || declined.has(host)) return Promise.resolve(null)
      return new Promise((resolve) => {
        const already = waiting.get(host)
        if (already === undefined) waiting.set(host, { offered, settle: [resolve] })
        else already.settle.push(resolve)
        askNext()
      })
    },
    answer: settle,
    askAgain: () => declined.clear(),
  }
}

function describe({ fingerprint, subjectName, issuerName, validExpiry }: OfferedCertificate): CertificateChoice {
  return { fingerprint, name: nameOf(subjectName), issuer: nameOf(issuerName), until: Math.round(validExpiry * 1_000) }
}

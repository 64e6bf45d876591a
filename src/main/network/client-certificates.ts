import type { CertificateChoice } from '../../contract/network'
import { readUrl } from '../../contract/read-url'
import { nameOf } from './certificate'

/** The part of Electron's certificate that is shown. */
export interface OfferedCertificate {
  /** `sha256/` and base64. */
  fingerprint: string
  subjectName: string
  issuerName: string
  /** Seconds since the epoch. */
  validStart: number
  validExpiry: number
}

/** Chooses which of the person's certificates a server gets to see. */
export interface ClientCertificates<C extends OfferedCertificate> {
  /**
   * A server wants a certificate. The person is asked once for each server.
   *
   * @param offered Those of the system that fit.
   * @returns The chosen one, or null for none.
   */
  choose(host: string, offered: readonly C[]): Promise<C | null>
  /** The person's answer to the question; null is "none", which holds until something about the network changes. */
  answer(fingerprint: string | null): void
  /** Whether there is a choice for a server. */
  isChosen(host: string): boolean
  /** Whether a server may be shown a certificate now: neither was it denied one, nor does the person think about it. */
  mayShow(host: string): boolean
  /** Tells whenever the person is asked about a server, until what it gives is called. */
  whenAsked(host: string, tell: () => void): () => void
  /** A server did not take what it was shown: what was chosen for it is forgotten, and the next question says so. */
  refused(host: string): void
  /** The system has no certificate for a server: asking for one over and over leads nowhere. */
  noneFits(host: string): void
  /** Whoever chose "none" may be asked again. @returns Whether anybody had. */
  askAgain(): boolean
  /** Forgets every choice. */
  forget(): void
}

interface ClientCertificatesEffects {
  /** What was chosen for each host before, by fingerprint. */
  chosen: { get(host: string): string | undefined; set(host: string, fingerprint: string): void; delete(host: string): void; clear(): void }
  ask: (question: { host: string; choices: CertificateChoice[]; isRefused: boolean } | null) => void
}

/** Makes the choice; several servers are asked about one after the other. */
export function openClientCertificates<C extends OfferedCertificate>({ chosen, ask }: ClientCertificatesEffects): ClientCertificates<C> {
  const declined = new Set<string>()
  const refused = new Set<string>()
  const waiting = new Map<string, { offered: readonly C[]; settle: ((certificate: C | null) => void)[] }>()
  const listeners = new Set<{ host: string; tell: () => void }>()

  const askNext = (): void => {
    const next = [...waiting][0]
    ask(next === undefined ? null : { host: next[0], choices: next[1].offered.map(describe), isRefused: refused.has(next[0]) })
  }
  const settle = (fingerprint: string | null): void => {
    const first = [...waiting][0]
    if (first === undefined) return
    const [host, { offered, settle: waiters }] = first
    const certificate = offered.find((each) => each.fingerprint === fingerprint) ?? null
    waiting.delete(host)
    refused.delete(host)
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
        for (const listener of [...listeners]) if (listener.host === host) listener.tell()
      })
    },
    answer: settle,
    isChosen: (host) => chosen.get(host) !== undefined,
    mayShow: (host) => !declined.has(host) && !waiting.has(host),
    whenAsked: (host, tell) => {
      const listener = { host, tell }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refused: (host) => {
      if (chosen.get(host) === undefined) return
      refused.add(host)
      chosen.delete(host)
    },
    noneFits: (host) => declined.add(host),
    askAgain: () => {
      const had = declined.size > 0
      declined.clear()
      return had
    },
    forget: () => {
      declined.clear()
      refused.clear()
      chosen.clear()
    },
  }
}

/** Names a server as choices are kept: host, and port where it is none of `https:`. @param address Its URL, or host and port as Chromium tells it. */
export function serverOf(address: string): string {
  const url = address.includes('://') ? address : `https://${address}`
  return readUrl(url)?.host ?? address
}

function describe({ fingerprint, subjectName, issuerName, validStart, validExpiry }: OfferedCertificate): CertificateChoice {
  const names = { name: nameOf(subjectName), issuer: nameOf(issuerName) }
  return { fingerprint, ...names, from: Math.round(validStart * 1_000), until: Math.round(validExpiry * 1_000) }
}

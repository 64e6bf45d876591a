import { serverOf, type ClientCertificates, type OfferedCertificate } from './client-certificates'

/** What a request needs when a server wants to see a certificate. */
export interface ShowsCertificates<S> {
  /** The server wanted one and saw none. @returns Whether the request can be sent once more. */
  show(session: S, address: string): Promise<boolean>
  /** The server did not take the one that it saw. */
  refused(address: string): void
  /** Tells once the person is asked about the server, which may take longer than any request; gives a way to hear no more. */
  whenAsked(address: string, tell: () => void): () => void
}

interface ShowCertificateEffects<S> {
  certificates: Pick<ClientCertificates<OfferedCertificate>, 'isChosen' | 'mayShow' | 'noneFits' | 'refused' | 'whenAsked'>
  /** Has Chromium show a certificate; see `visitForCertificate`. */
  visit: (session: S, address: string) => Promise<'answered' | 'refused' | 'failed'>
}

/** Shows a server the certificate of the person's choice; many requests at a time lead to one visit. */
export function showCertificate<S>({ certificates, visit }: ShowCertificateEffects<S>): ShowsCertificates<S> {
  const running = new Map<string, { session: S; visit: Promise<boolean> }>()

  const begin = async (session: S, address: string): Promise<boolean> => {
    const server = serverOf(address)
    let hadChoice = certificates.isChosen(server)
    const hearNoMore = certificates.whenAsked(server, () => (hadChoice = true))
    const outcome = await visit(session, address).catch(() => 'failed' as const)
    hearNoMore()
    // One in a newer session may have begun, and says what holds now.
    if (running.get(server)?.session !== session) return false
    running.delete(server)
    if (outcome === 'refused') {
      if (hadChoice) certificates.refused(server)
      else certificates.noneFits(server)
    }
    return outcome === 'answered'
  }

  return {
    show: (session, address) => {
      const server = serverOf(address)
      if (!certificates.mayShow(server)) return Promise.resolve(false)
      const already = running.get(server)
      if (already?.session === session) return already.visit
      const started = { session, visit: begin(session, address) }
      running.set(server, started)
      return started.visit
    },
    refused: (address) => certificates.refused(serverOf(address)),
    whenAsked: (address, tell) => certificates.whenAsked(serverOf(address), tell),
  }
}

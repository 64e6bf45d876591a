import { request as ask, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { authority, makeCertificate, server } from '../../src/main/network/test-certificates'
import { startCompanyWorkspace } from './company-workspace'
import { listen, startProxy } from './servers'

/** A company's workspace at a name of its own, behind TLS, that only the company's proxy leads to. */
export interface CompanyNetwork {
  /** Where people reach it: an origin. */
  address: string
  /** PEM of the authority that its certificate is from. */
  authority: string
  /** Host and port. */
  proxy: string
  /** Answers the API in the workspace's place, or null. What is open is closed. */
  setDay: (day: ((response: ServerResponse) => void) | null) => void
  /** Whether its certificate has ended. */
  setEnded: (isEnded: boolean) => void
  /** Whether the proxy lets anybody through. */
  setOpen: (isOpen: boolean) => void
  close: () => Promise<void>
}

const host = 'meet.test'

/** Starts all of it, with a workspace that has no company yet. */
export async function startCompanyNetwork(): Promise<CompanyNetwork> {
  const address = `https://${host}`
  const workspace = await startCompanyWorkspace(null, { PARLEY_PUBLIC_ADDRESS: address, PARLEY_TRUSTED_PROXIES: '127.0.0.1' })
  const root = makeCertificate({ name: 'Own Root', extensions: authority })
  const own = { name: 'meet', issuer: root, extensions: server(`DNS:${host}`) }
  const good = makeCertificate(own)
  const ended = makeCertificate({ ...own, from: '20200101000000Z', until: '20200201000000Z' })
  let day: ((response: ServerResponse) => void) | null = null
  let isOpen = true

  const forward: RequestListener = (request, response) => {
    if (day !== null && request.url?.startsWith('/api/') === true) return void request.resume().on('end', () => day?.(response))
    const headers = { ...request.headers, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' }
    const onward = ask(workspace.address + (request.url ?? ''), { method: request.method, headers }, (answer: IncomingMessage) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }
  const front = createServer({ cert: good.certificate, key: good.key }, forward)
  const { port, stop } = await listen(front, [])
  const proxy = await startProxy({ wants: null, target: port, isOpen: () => isOpen })
  return {
    address,
    authority: root.certificate,
    proxy: `127.0.0.1:${String(proxy.port)}`,
    setDay: (next) => (day = next),
    setEnded: (isEnded) => {
      const { certificate, key } = isEnded ? ended : good
      front.setSecureContext({ cert: certificate, key })
      front.closeAllConnections()
    },
    setOpen: (open) => {
      isOpen = open
      front.closeAllConnections()
    },
    close: async () => {
      stop()
      proxy.stop()
      await workspace.close()
    },
  }
}

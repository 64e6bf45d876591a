import { once } from 'node:events'
import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { TestCertificate } from '../../src/main/network/test-certificates'

export interface RunningServer {
  port: number
  /** What it was asked: a request line for each, with who asked where somebody said. */
  asked: string[]
  stop: () => void
}

/** Has a server listen on a free port of the loopback address. */
export async function listen(server: Server, asked: string[]): Promise<RunningServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    asked,
    stop: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/**
 * A server with a certificate, on the loopback address.
 *
 * @param people Authority of the certificates that it wants to see of people; everybody is let in where there is none.
 */
export function startSecureServer({ certificate, key }: TestCertificate, people: TestCertificate | null = null): Promise<RunningServer> {
  const asked: string[] = []
  const wants = people === null ? {} : { ca: people.certificate, requestCert: true, rejectUnauthorized: true }
  const server = createHttps({ cert: certificate, key, ...wants }, (request, response) => {
    asked.push(`${request.method ?? ''} ${request.headers.host ?? ''}${people === null ? '' : ` as ${personAt(request.socket)}`}`)
    response.end('hello')
  })
  return listen(server, asked)
}

function personAt(socket: Socket): string {
  return socket instanceof TLSSocket ? String(socket.getPeerCertificate().subject.CN) : ''
}

interface ProxyOptions {
  /** Name and password that it wants, or null for anybody. */
  wants: { username: string; password: string } | null
  /** Every name that is asked for leads to this port of the loopback address. */
  target: number
  /** Whether it makes tunnels at all; it does where nothing is said. */
  isOpen?: () => boolean
  /** Text of the script that it serves at `/proxy.pac`. */
  script?: (own: number) => string
}

/** A proxy that makes tunnels (RFC 9110 §9.3.6) and may want to know for whom. */
export async function startProxy({ wants, target, script, isOpen }: ProxyOptions): Promise<RunningServer> {
  const asked: string[] = []
  const server = createHttp((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.setHeader('content-type', 'application/x-ns-proxy-autoconfig').end(script?.(running.port) ?? '')
  })
  const expected = wants === null ? null : `Basic ${Buffer.from(`${wants.username}:${wants.password}`).toString('base64')}`
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const given = request.headers['proxy-authorization']
    asked.push(`CONNECT ${request.url ?? ''}${given === undefined ? '' : ` as ${nameIn(given)}`}`)
    if (expected !== null && given !== expected) {
      socket.end('HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    if (isOpen?.() === false) return void socket.end('HTTP/1.1 403 Not from here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    const upstream = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
  const running = await listen(server, asked)
  return running
}

function nameIn(header: string): string {
  return Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8').split(':')[0] ?? ''
}

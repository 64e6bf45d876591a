import { app, dialog, net, session as sessions, type BrowserWindow, type Certificate, type Session } from 'electron'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AuthorityAdded, ConnectionTest, NetworkAnswer, NetworkQuestion, NetworkState } from '../../contract/network'
import type { Settings } from '../../contract/settings'
import { setTimer } from '../clock'
import { openSystemKeychain } from '../secrets/system-keychain'
import type { MemoryFile } from '../settings/memory'
import { authCaches } from './auth-caches'
import { describeAuthority, fingerprintOf, readAuthorities, trustedAuthorities } from './authority-file'
import { visitForCertificate } from './certificate-visit'
import { openClientCertificates, serverOf } from './client-certificates'
import { testConnection } from './connection-test'
import { keepLatest } from './latest'
import { leadsToOwnAuthority } from './own-authority'
import { onceNetworkReturns } from './network-returned'
import { firstProxy, proxyConfig } from './proxy-config'
import { keepProxySecret } from './proxy-secret'
import { openProxySignIn, type ProxyCredentials } from './proxy-sign-in'
import { sessionFetch } from './session-fetch'
import { showCertificate } from './show-certificate'
import { signInOnce } from './sign-in-once'

interface SystemNetworkOptions {
  window: BrowserWindow
  /** Absolute path of the profile's folder. */
  folder: string
  memory: MemoryFile
  /** The settings as they apply. */
  settings: () => Settings['network']
  /** Keeps other authorities; throws where the policy decides. */
  setAuthorities: (authorities: string[]) => void
  onState: (state: NetworkState) => void
  /** What failed before may work now. */
  onMended: () => void
  now: () => number
  log: (what: string, error: unknown) => void
}

/** The client's way to servers. */
export interface SystemNetwork {
  /** For every request to a server. */
  fetch: typeof globalThis.fetch
  /** Follows the settings; what is right already is left alone. */
  apply(): void
  addAuthority(): Promise<AuthorityAdded>
  removeAuthority(fingerprint: string): void
  test(typed: string): Promise<ConnectionTest>
  answer(answer: NetworkAnswer): void
  /** Makes a library's session go by the settings, too. */
  equip(session: Session): Promise<void>
  /** What a proxy is to be told for such a session; null where there is nothing to say, or it was refused. */
  signIn(proxy: string): Promise<ProxyCredentials | null>
  /** Forgets what proxies were told. */
  forgetCredentials(): Promise<void>
  /** Forgets which certificates servers get to see. */
  forgetCertificates(): void
  /** The system has a network again. */
  returned(): void
}

/** Chromium's codes for the verify procedure: its own verdict, or "trusted". */
const verdict = { chromium: -3, trusted: 0 } as const
/** How long a person may think about which certificate to show, in milliseconds; then the question is put anew. */
const choosingPatience = 5 * 60_000
const unknownAuthority = 'net::ERR_CERT_AUTHORITY_INVALID'

/** Opens the network. Nothing is set before the first request, so that a start without servers costs nothing. */
export function openSystemNetwork(options: SystemNetworkOptions): SystemNetwork {
  const { memory, settings, now } = options
  /** One question at a time is shown. */
  const questions: { proxy: NetworkQuestion | null; certificate: NetworkQuestion | null } = { proxy: null, certificate: null }
  let shown = ''
  const applied = keepLatest<Session>()

  const tell = (): void => {
    const authorities = trustedAuthorities(settings().authorities).map(describeAuthority)
    const certificatesFor = Object.keys(memory.read().certificates).sort()
    const state: NetworkState = { authorities, certificatesFor, question: questions.proxy ?? questions.certificate }
    if (JSON.stringify(state) === shown) return
    shown = JSON.stringify(state)
    options.onState(state)
  }
  const ask = (kind: NetworkQuestion['kind'], question: NetworkQuestion | null): void => {
    questions[kind] = question
    tell()
  }
  const proxies = openProxySignIn({
    secret: keepProxySecret(openSystemKeychain({ workspaceKind: 'proxy', account: null, userDataFolder: options.folder })),
    ask: (asked) => ask('proxy', asked === null ? null : { kind: 'proxy', ...asked }),
  })
  const certificates = openClientCertificates<Certificate>({
    chosen: chosenCertificates(memory),
    ask: (asked) => ask('certificate', asked === null ? null : { kind: 'certificate', ...asked }),
  })
  app.on('select-client-certificate', (event, _contents, address, offered, callback) => {
    event.preventDefault()
    certificates.choose(serverOf(address), offered).then(
      (certificate) => (certificate === null ? callback() : callback(certificate)),
      () => callback(),
    )
  })

  const caches = authCaches<Session>()

  /** Chromium keeps for a session which certificate each server was shown, or that it was none: to choose anew, there is a new session. */
  let round = 0
  /** Sets proxy and authorities, once for the settings as they are. */
  const ready = (): Promise<Session> => {
    const { proxy, proxyAddress, proxyExceptions, proxyScript, authorities } = settings()
    const key = JSON.stringify([proxy, proxyAddress, proxyExceptions, proxyScript, authorities, round])
    return applied.get(key, () => prepare(settings(), round, now, caches.note))
  }
  const shows = showCertificate<Session>({ certificates, visit: (session, address) => visitForCertificate(session, address, choosingPatience) })
  const fetch = sessionFetch({ request: (request) => net.request(request), ready, proxies, certificates: shows })
  const proxyFor = async (address: string): Promise<string | null> => {
    const session = await ready()
    return firstProxy(await session.resolveProxy(address))
  }
  const signInElsewhere = signInOnce(proxies)
  const askAgain = (): void => {
    signInElsewhere.askAgain()
    proxies.askAgain()
    if (certificates.askAgain()) round += 1
  }

  return {
    fetch,
    apply: () => {
      tell()
      const before = applied.key()
      if (before === null) return
      ready().catch((error: unknown) => options.log('network', error))
      if (before === applied.key()) return
      askAgain()
      options.onMended()
    },
    addAuthority: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(options.window, { properties: ['openFile'] })
      const [path] = filePaths
      if (canceled || path === undefined) return 'cancelled'
      const file = await readFile(path).catch(() => Buffer.alloc(0))
      const read = readAuthorities(file, now())
      if (read.outcome !== 'read') return read.outcome
      const before = settings().authorities
      const known = new Set(trustedAuthorities(before).map(fingerprintOf))
      const added = read.authorities.filter((authority) => !known.has(fingerprintOf(authority)))
      if (added.length === 0) return 'known'
      options.setAuthorities([...before, ...added.map((authority) => authority.toString())])
      return 'added'
    },
    removeAuthority: (fingerprint) => {
      options.setAuthorities(
        settings().authorities.filter((text) => trustedAuthorities([text]).every((authority) => fingerprintOf(authority) !== fingerprint)),
      )
    },
    test: (typed) => {
      askAgain()
      return testConnection(typed, { fetch, proxyFor, now })
    },
    answer: (answer) => {
      if (answer.kind === 'certificate') certificates.answer(answer.fingerprint)
      else if (answer.kind === 'proxy') proxies.answer({ username: answer.username, password: answer.password })
      else if (questions.proxy !== null) proxies.answer(null)
      else certificates.answer(null)
      if (answer.kind !== 'later') options.onMended()
    },
    equip: async (session) => {
      caches.note(session)
      await session.setProxy(proxyConfig(settings()))
      trust(session, trustedAuthorities(settings().authorities), now)
    },
    signIn: signInElsewhere.credentials,
    forgetCredentials: async () => {
      signInElsewhere.askAgain()
      // Each whatever comes of the other.
      const [kept, cleared] = await Promise.allSettled([proxies.forget(), caches.clear()])
      if (kept.status === 'rejected') throw kept.reason
      if (cleared.status === 'rejected') throw cleared.reason
      if (!kept.value) throw new Error('The keychain did not let a proxy’s password go')
    },
    forgetCertificates: () => {
      certificates.forget()
      round += 1
      tell()
      options.onMended()
    },
    returned: onceNetworkReturns({ recheck: options.onMended, setTimer, chance: Math.random }),
  }
}

/** The choices of certificates, in the memory file. */
function chosenCertificates(memory: MemoryFile) {
  const change = (certificates: Record<string, string>): void => memory.change({ certificates })
  return {
    get: (host: string) => memory.read().certificates[host],
    set: (host: string, fingerprint: string) => change({ ...memory.read().certificates, [host]: fingerprint }),
    delete: (host: string) => change(Object.fromEntries(Object.entries(memory.read().certificates).filter(([each]) => each !== host))),
    clear: () => change({}),
  }
}

/** The session for these settings. The page's own, which fetches dictionaries, goes by the same proxy. */
async function prepare(settings: Settings['network'], round: number, now: () => number, note: (session: Session) => void): Promise<Session> {
  const { defaultSession } = sessions
  const own = ownSession(settings.authorities, round, now)
  for (const session of own === null ? [defaultSession] : [defaultSession, own]) {
    note(session)
    // Connections that were made the old way go; afterwards, the one that fetches the script would go too.
    await session.closeAllConnections()
    await session.setProxy(proxyConfig(settings))
  }
  return own ?? defaultSession
}

/**
 * A session that trusts own authorities, or null where there are none and the page's own will do. Chromium keeps what it found of a
 * server's certificate, so that each set of authorities needs a session of its own, as each round of choosing certificates does.
 */
function ownSession(authorities: readonly string[], round: number, now: () => number): Session | null {
  const trusted = trustedAuthorities(authorities)
  if (trusted.length === 0 && round === 0) return null
  const name = createHash('sha256').update(JSON.stringify(trusted.map(fingerprintOf))).digest('hex').slice(0, 16)
  const session = sessions.fromPartition(`authorities-${name}-${String(round)}`, { cache: false })
  if (trusted.length > 0) trust(session, trusted, now)
  return session
}

/** Makes a session trust these authorities besides the system's. */
function trust(session: Session, authorities: ReturnType<typeof trustedAuthorities>, now: () => number): void {
  session.setCertificateVerifyProc(({ certificate, hostname, verificationResult }, callback) => {
    const isOwn = verificationResult === unknownAuthority && leadsToOwnAuthority({ certificate, hostname, authorities, now: now() })
    callback(isOwn ? verdict.trusted : verdict.chromium)
  })
}

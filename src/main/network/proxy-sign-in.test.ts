import { describe, expect, it } from 'vitest'
import { firstProxy, proxyConfig } from './proxy-config'
import { openProxySignIn, type ProxyCredentials } from './proxy-sign-in'
import { defaultSettings } from '../../contract/settings'

const proxy = 'proxy.example.com:8080'
const good = { username: 'anna', password: 'right' }

function proxies(kept: ProxyCredentials | null = null) {
  const keychain = {
    kept,
    writes: 0,
    isLocked: false,
    read: (): Promise<ProxyCredentials | null> => Promise.resolve(keychain.kept),
  }
  const questions: unknown[] = []
  const signIn = openProxySignIn({
    secret: {
      read: () => keychain.read(),
      write: (_, credentials) => {
        keychain.kept = credentials
        keychain.writes += 1
        return Promise.resolve()
      },
      remove: () => {
        if (keychain.isLocked) return Promise.resolve(false)
        keychain.kept = null
        return Promise.resolve(true)
      },
    },
    ask: (question) => questions.push(question),
  })
  return { signIn, keychain, questions }
}

describe('signing in at a proxy', () => {
  it('asks, keeps what was accepted, and does not ask again', async () => {
    const { signIn, keychain, questions } = proxies()
    expect(await signIn.credentials(proxy, null)).toBeNull()
    expect(questions).toEqual([{ proxy, isWrong: false }])
    signIn.answer(good)
    expect(questions.at(-1)).toBeNull()
    expect(keychain.kept).toBeNull()
    expect(await signIn.credentials(proxy, null)).toEqual(good)
    await signIn.accepted(proxy, good)
    await signIn.accepted(proxy, good)
    expect(keychain).toMatchObject({ kept: good, writes: 1 })
    expect(questions).toHaveLength(2)
  })

  it('asks once for many requests at a time', async () => {
    const { signIn, questions } = proxies()
    await Promise.all([signIn.credentials(proxy, null), signIn.credentials(proxy, null)])
    expect(questions).toHaveLength(1)
  })

  it('takes the keychain’s, and writes them to nothing again', async () => {
    const { signIn, keychain, questions } = proxies(good)
    const found = await signIn.credentials(proxy, null)
    expect(found).toEqual(good)
    if (found !== null) await signIn.accepted(proxy, found)
    expect(keychain.writes).toBe(0)
    expect(questions).toEqual([])
  })

  it('never sends wrong ones twice, takes them out of the keychain and says so', async () => {
    const { signIn, keychain, questions } = proxies({ username: 'anna', password: 'old' })
    const wrong = await signIn.credentials(proxy, null)
    expect(await signIn.credentials(proxy, wrong)).toBeNull()
    expect(keychain.kept).toBeNull()
    expect(questions).toEqual([{ proxy, isWrong: true }])
    expect(await signIn.credentials(proxy, null)).toBeNull()
    expect(questions).toHaveLength(1)
  })

  it('gives a request that was refused with old ones those that came meanwhile', async () => {
    const { signIn } = proxies({ username: 'anna', password: 'old' })
    const old = await signIn.credentials(proxy, null)
    await signIn.credentials(proxy, old)
    signIn.answer(good)
    expect(await signIn.credentials(proxy, old)).toEqual(good)
  })

  it('leaves who said "not now" alone until something changes', async () => {
    const { signIn, questions } = proxies()
    await signIn.credentials(proxy, null)
    signIn.answer(null)
    await signIn.credentials(proxy, null)
    expect(questions).toEqual([{ proxy, isWrong: false }, null])
    signIn.askAgain()
    await signIn.credentials(proxy, null)
    expect(questions).toHaveLength(3)
  })

  it('forgets', async () => {
    const { signIn, keychain } = proxies(good)
    await signIn.credentials(proxy, null)
    expect(await signIn.forget()).toBe(true)
    expect(keychain.kept).toBeNull()
    expect(await signIn.credentials(proxy, null)).toBeNull()
  })

  it('says where the keychain keeps them, and uses them no longer in this run', async () => {
    const { signIn, keychain } = proxies(good)
    keychain.isLocked = true
    keychain.read = () => Promise.resolve(null)
    expect(await signIn.forget()).toBe(false)
    expect(await signIn.credentials(proxy, null)).toBeNull()
  })

  it('forgets what the keychain was about to tell', async () => {
    const { signIn, keychain } = proxies(good)
    let tell: (found: ProxyCredentials | null) => void = () => undefined
    keychain.read = () => new Promise((resolve) => (tell = resolve))
    const asking = signIn.credentials(proxy, null)
    await signIn.forget()
    tell(good)
    expect(await asking).toBeNull()
    keychain.read = () => Promise.resolve(null)
    expect(await signIn.credentials(proxy, null)).toBeNull()
  })
})

describe('the proxy of the settings', () => {
  const config = (part: object) => proxyConfig({ ...defaultSettings.network, ...part })

  it('is the system’s, none, a named one or a script’s', () => {
    expect(config({})).toEqual({ mode: 'system' })
    expect(config({ proxy: 'none' })).toEqual({ mode: 'direct' })
    expect(config({ proxy: 'manual', proxyAddress: 'p:1', proxyExceptions: '*.a.com, 10.0.0.0/8;b' })).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'p:1',
      proxyBypassRules: '*.a.com,10.0.0.0/8,b',
    })
    expect(config({ proxy: 'script', proxyScript: 'http://p/p.pac' })).toEqual({ mode: 'pac_script', pacScript: 'http://p/p.pac' })
  })

  it('stays the system’s until its address is there', () => {
    expect(config({ proxy: 'manual' })).toEqual({ mode: 'system' })
    expect(config({ proxy: 'script' })).toEqual({ mode: 'system' })
  })

  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY one:8080; DIRECT', 'one:8080'],
    ['SOCKS5 [::1]:1080', '[::1]:1080'],
  ])('of the answer %s is %s', (answer, expected) => {
    expect(firstProxy(answer)).toBe(expected)
  })
})

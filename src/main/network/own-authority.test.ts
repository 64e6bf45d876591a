import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { describeAuthority, readAuthorities, trustedAuthorities } from './authority-file'
import { leadsToOwnAuthority, type ServedCertificate } from './own-authority'
import { authority, makeCertificate, server, type TestCertificate } from './test-certificates'

const now = Date.UTC(2030, 0, 1)
const root = makeCertificate({ name: 'Own Root', extensions: authority })
const between = makeCertificate({ name: 'Own Issuer', issuer: root, extensions: ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign'] })
const meet = server('DNS:meet.example.com', 'IP:10.0.0.7')
const direct = makeCertificate({ name: 'meet', issuer: root, extensions: meet })

/** What Electron hands over: the server's certificate first, each with the next one. */
const served = (...[first, ...rest]: TestCertificate[]): ServedCertificate => ({
  data: first?.certificate ?? '',
  ...(rest.length > 0 ? { issuerCert: served(...rest) } : {}),
})

function isTrusted(chain: TestCertificate[], { hostname = 'meet.example.com', trusted = [root], at = now } = {}) {
  const authorities = trusted.map(({ certificate }) => new X509Certificate(certificate))
  return leadsToOwnAuthority({ certificate: served(...chain), hostname, authorities, now: at })
}

describe('a server’s certificate leads to an own authority', () => {
  it('directly, whether or not the server sends the authority along', () => {
    expect(isTrusted([direct])).toBe(true)
    expect(isTrusted([direct, root])).toBe(true)
    expect(isTrusted([direct], { hostname: '10.0.0.7' })).toBe(true)
  })

  it('through one in between', () => {
    const leaf = makeCertificate({ name: 'meet', issuer: between, extensions: meet })
    expect(isTrusted([leaf, between])).toBe(true)
    expect(isTrusted([leaf, between, root])).toBe(true)
    expect(isTrusted([leaf])).toBe(false)
  })

  it.each([
    ['another name', 'other.example.com'],
    ['a name above it', 'example.com'],
    ['a name below it', 'a.meet.example.com'],
    ['the common name', 'meet'],
    ['another address', '10.0.0.8'],
    ['nothing', ''],
  ])('not for %s', (_, hostname) => {
    expect(isTrusted([direct], { hostname })).toBe(false)
  })

  it('not before or after its dates, nor those of the authority', () => {
    expect(isTrusted([direct], { at: Date.UTC(2019, 0, 1) })).toBe(false)
    expect(isTrusted([direct], { at: Date.UTC(2051, 0, 1) })).toBe(false)
    const ended = makeCertificate({ name: 'meet', issuer: root, extensions: meet, until: '20291231000000Z' })
    expect(isTrusted([ended])).toBe(false)
    const old = makeCertificate({ name: 'Old Root', extensions: authority, until: '20291231000000Z' })
    expect(isTrusted([makeCertificate({ name: 'meet', issuer: old, extensions: meet })], { trusted: [old] })).toBe(false)
  })

  it('not where nothing is trusted, or another authority of the same name is', () => {
    expect(isTrusted([direct], { trusted: [] })).toBe(false)
    const namesake = makeCertificate({ name: 'Own Root', extensions: authority })
    expect(isTrusted([direct], { trusted: [namesake] })).toBe(false)
    expect(isTrusted([direct, root], { trusted: [namesake] })).toBe(false)
  })

  it('not through a certificate that may not vouch for others', () => {
    const below = makeCertificate({ name: 'meet', issuer: direct, extensions: meet })
    expect(isTrusted([below, direct, root])).toBe(false)
  })

  it('not through more authorities than one of them allows', () => {
    const third = makeCertificate({ name: 'Third', issuer: between, extensions: authority })
    const leaf = makeCertificate({ name: 'meet', issuer: third, extensions: meet })
    expect(isTrusted([leaf, third, between])).toBe(false)
  })

  it('not through an authority for certain names, which is not checked', () => {
    const limited = makeCertificate({ name: 'Limited', issuer: root, extensions: [...authority, 'nameConstraints=critical,permitted;DNS:example.com'] })
    expect(isTrusted([makeCertificate({ name: 'meet', issuer: limited, extensions: meet }), limited])).toBe(false)
  })

  it('not with a certificate for another purpose, or a weak key', () => {
    const mail = makeCertificate({ name: 'meet', issuer: root, extensions: ['subjectAltName=DNS:meet.example.com', 'extendedKeyUsage=emailProtection'] })
    expect(isTrusted([mail])).toBe(false)
    const weak = makeCertificate({ name: 'meet', issuer: root, extensions: meet, key: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'] })
    expect(isTrusted([weak])).toBe(false)
    const sha1 = makeCertificate({ name: 'meet', issuer: root, extensions: meet, digest: 'sha1' })
    expect(isTrusted([sha1])).toBe(false)
  })

  it('not when it can’t be read', () => {
    expect(isTrusted([{ certificate: 'no certificate', key: '' }])).toBe(false)
  })
})

describe('a file of certificates', () => {
  const read = (text: string | Buffer) => readAuthorities(Buffer.from(text), now)

  it('is read as PEM, several in one file, and as DER', () => {
    expect(read(`${root.certificate}\n${between.certificate}`)).toMatchObject({ outcome: 'read', authorities: { length: 2 } })
    const der = read(new X509Certificate(root.certificate).raw)
    const [described] = der.outcome === 'read' ? der.authorities.map(describeAuthority) : []
    expect(described).toMatchObject({ name: 'Own Root', until: Date.UTC(2050, 0, 1) })
    expect(described?.fingerprint).toMatch(/^[\da-f]{64}$/)
  })

  it.each([
    ['not-an-authority', direct.certificate],
    ['not-an-authority', `${root.certificate}\n${direct.certificate}`],
    ['not-readable', 'hello'],
    ['not-readable', ''],
    ['not-valid', makeCertificate({ name: 'Old', extensions: authority, until: '20210101000000Z' }).certificate],
    ['constrained', makeCertificate({ name: 'Limited', extensions: [...authority, 'nameConstraints=permitted;DNS:example.com'] }).certificate],
  ])('is refused as %s', (outcome, text) => {
    expect(read(text)).toEqual({ outcome })
  })

  it('of a policy is trusted where it is one of an authority', () => {
    expect(trustedAuthorities([root.certificate, direct.certificate, 'nothing'])).toHaveLength(1)
  })
})

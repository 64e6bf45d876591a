import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageKind } from './package-kind'
import { isSignedBy } from './release-signature'
import { addressIn, readUpdateSource } from './update-source'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const list = 'version: 0.2.0\nfiles: []\n'
const signature = sign(null, Buffer.from(list), privateKey).toString('base64')

describe('a release’s signature', () => {
  it('holds for what was signed, and nothing else', () => {
    expect(isSignedBy(list, `${signature}\n`, key)).toBe(true)
    expect(isSignedBy(list.replace('0.2.0', '9.9.9'), signature, key)).toBe(false)
    expect(isSignedBy(list, Buffer.alloc(64).toString('base64'), key)).toBe(false)
  })

  it('of another key, or no key at all, is none', () => {
    const other = generateKeyPairSync('ed25519')
    expect(isSignedBy(list, sign(null, Buffer.from(list), other.privateKey).toString('base64'), key)).toBe(false)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 })
    const rsaKey = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    expect(isSignedBy(list, sign('sha256', Buffer.from(list), rsa.privateKey).toString('base64'), rsaKey)).toBe(false)
    for (const bad of ['', 'nonsense', '<html>']) {
      expect(isSignedBy(list, signature, bad)).toBe(false)
      expect(isSignedBy(list, bad, key)).toBe(false)
    }
  })
})

describe('the address of releases', () => {
  it.each([
    ['provider: generic\nurl: https://releases.example/parley\n', 'https://releases.example/parley'],
    ["url: 'https://releases.example/parley'", 'https://releases.example/parley'],
    ['url: http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['url: http://releases.example', null],
    ['url: file:///tmp', null],
    ['url: nonsense', null],
    ['provider: github\nowner: parley', null],
    ['', null],
  ])('in %j is %s', (text, address) => {
    expect(addressIn(text)).toBe(address)
  })

  describe('of a package', () => {
    let folder = ''
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'source-'))
    })
    afterEach(() => rmSync(folder, { recursive: true }))

    it('is of use only with the key', async () => {
      expect(await readUpdateSource(folder, folder)).toBeNull()
      writeFileSync(join(folder, 'app-update.yml'), 'url: https://releases.example\n')
      for (const own of [{}, { updateKey: '' }]) {
        writeFileSync(join(folder, 'package.json'), JSON.stringify(own))
        expect(await readUpdateSource(folder, folder)).toBeNull()
      }
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ updateKey: key }))
      expect(await readUpdateSource(folder, folder)).toEqual({ address: 'https://releases.example', key })
    })
  })
})

describe('packageKind', () => {
  const place = { platform: 'linux' as const, isPackaged: true, isSystemPackage: true, appImage: undefined, packageType: '', hasUninstaller: false }
  it.each([
    [{ platform: 'win32' as const, hasUninstaller: true }, 'nsis'],
    [{ platform: 'win32' as const }, null],
    [{ platform: 'darwin' as const }, 'mac'],
    [{ appImage: '/home/anna/Parley.AppImage', packageType: 'rpm' }, 'AppImage'],
    [{ packageType: 'deb\n' }, 'deb'],
    [{ packageType: 'rpm' }, 'rpm'],
    [{}, null],
    // Unpacked from an archive that was made of the same folder as the deb.
    [{ packageType: 'deb', isSystemPackage: false }, null],
    [{ packageType: 'pacman' }, null],
    [{ isPackaged: false, appImage: '/x' }, null],
  ])('of %j is %s', (what, kind) => {
    expect(packageKind({ ...place, ...what })).toBe(kind)
  })
})

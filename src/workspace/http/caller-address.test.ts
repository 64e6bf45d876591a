import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findOrigin, trustedProxies } from './caller-address'

const isTrusted = trustedProxies(['10.0.0.0/8', '192.168.1.1', 'fd00::/8'])
const find = (connected: string, forwardedFor?: string, proto?: string) =>
  findOrigin(
    connected,
    new Headers({
      ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
      ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
    }),
    isTrusted,
  )

it.each([
  ['somebody who is no proxy of ours', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
  ['a caller behind a proxy', '10.0.0.2', '198.51.100.1', '198.51.100.1'],
  ['a caller who writes addresses of its own', '10.0.0.2', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
  ['a caller behind two proxies', '10.0.0.2', '198.51.100.1, 192.168.1.1', '198.51.100.1'],
  ['IPv4 in IPv6', '::ffff:10.0.0.2', '::ffff:198.51.100.1', '198.51.100.1'],
  ['ports', 'fd00::1', '198.51.100.1:4711', '198.51.100.1'],
  ['IPv6 with a port', '10.0.0.2', '[2001:db8::1]:4711', '2001:db8::1'],
  ['nonsense', '10.0.0.2', 'unknown', '10.0.0.2'],
  ['nonsense before a proxy', '10.0.0.2', '<script>, 192.168.1.1', '192.168.1.1'],
  ['a zone', '10.0.0.2', 'fe80::1%eth0', '10.0.0.2'],
  ['no header', '10.0.0.2', undefined, '10.0.0.2'],
])('knows the address of %s', (_, connected, forwardedFor, address) => {
  expect(find(connected, forwardedFor).address).toBe(address)
})

it('believes only a proxy of ours about the protocol', () => {
  expect(find('10.0.0.2', '198.51.100.1', 'http').protocol).toBe('http')
  expect(find('10.0.0.2', '198.51.100.1', 'https').protocol).toBe('https')
  expect(find('10.0.0.2', '198.51.100.1', 'gopher').protocol).toBeNull()
  expect(find('203.0.113.5', undefined, 'https').protocol).toBeNull()
})

it('gives an address whatever the headers say', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', '2', '25', '255', 'f', '::', '.', ':', ',', '[', ']', ' ', '%') }), (text) => {
      expect(find('10.0.0.2', text).address).toMatch(/^[0-9a-f.:]+$/i)
      expect(find('203.0.113.5', text).address).toBe('203.0.113.5')
    }),
  )
})

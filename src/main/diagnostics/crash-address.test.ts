import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../contract/settings'
import { manageSettings } from '../policy/managed-settings'
import { parsePolicy } from '../policy/parse'
import { confirmCrashAddress, managedCrashAddress } from './crash-address'

const address = 'https://crashes.example.com/reports'
const policyWith = (crashReportsTo: string) => parsePolicy({ 'advanced.crashReportsTo': crashReportsTo }, 'file')
const none = parsePolicy({}, 'file')

describe('the remembered address for crash reports', () => {
  it.each([
    ['there is no policy any more', address, none],
    ['the policy names another place', address, policyWith('https://other.example.com/')],
    ['the policy says nowhere', address, policyWith('')],
    ['the policy names a place without encryption', 'http://crashes.example.com/', policyWith('http://crashes.example.com/')],
    ['the policy names a place with a password', 'https://a:b@crashes.example.com/', policyWith('https://a:b@crashes.example.com/')],
  ])('is nothing where %s', async (_, remembered, policy) => {
    expect(await confirmCrashAddress(remembered, () => policy)).toBeNull()
  })

  it('is nothing where the policy can’t be read', async () => {
    expect(await confirmCrashAddress(address, () => Promise.reject(new Error('no program')))).toBeNull()
    expect(
      await confirmCrashAddress(address, () => {
        throw new Error('no file')
      }),
    ).toBeNull()
  })

  it('is where they go if the policy says so still', async () => {
    expect(await confirmCrashAddress(address, () => policyWith(address))).toBe(address)
    expect(await confirmCrashAddress(address, () => Promise.resolve(policyWith(address)))).toBe(address)
  })
})

it('is none of a person’s own settings', () => {
  const own = () => ({ ...defaultSettings, advanced: { ...defaultSettings.advanced, crashReportsTo: address } })
  const addressUnder = (policy: typeof none) =>
    managedCrashAddress(manageSettings({ chosen: own, policy, onChange: () => {}, log: { note: () => {}, error: () => {} } }))
  expect(addressUnder(none)).toBeNull()
  expect(addressUnder(policyWith(''))).toBeNull()
  expect(addressUnder(policyWith('https://other.example.com/'))).toBe('https://other.example.com/')
})

import { noPolicy } from '../../contract/policy'
import { describe, expect, it } from 'vitest'
import { noAccounts } from '../../contract/accounts'
import type { AppState } from '../../contract/app-state'
import { defaultSettings } from '../../contract/settings'
import { noUpdates } from '../../contract/updates'
import type { Bridge } from '../../contract/channels'
import { followAppState } from './app-store'

const state = (language: AppState['language']): AppState => ({
  settings: defaultSettings,
  language,
  session: { state: 'signed-out', problem: null },
  accounts: noAccounts,
  keychain: 'available',
  workspace: { state: 'stopped' },
  policy: noPolicy,
  hidingPlace: 'unknown',
  isMini: false,
  network: { authorities: [], certificatesFor: [], question: null },
  updates: noUpdates,
  hardwareAcceleration: true,
  region: 'en',
  notices: [],
})

/** A main that answers `state.get` when told to, and pushes states. */
function mainSide() {
  const listeners = new Set<(payload: never) => void>()
  let answer: (value: never) => void = () => {}
  const bridge: Bridge = {
    invoke: () => new Promise((resolve) => (answer = resolve)),
    on: (_name, listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    bridge,
    answer: (value: AppState) => answer(value as never),
    push: (value: AppState) => listeners.forEach((listener) => listener(value as never)),
  }
}

describe('followAppState', () => {
  it('holds what main answers, then each state that it pushes', async () => {
    const main = mainSide()
    const following = followAppState(main.bridge)
    main.answer(state('en'))
    const store = await following
    expect(store.getState().language).toBe('en')
    main.push(state('de'))
    expect(store.getState()).toEqual(state('de'))
  })

  it('keeps the parts of a pushed state that are as they were', async () => {
    const main = mainSide()
    const following = followAppState(main.bridge)
    main.answer(state('en'))
    const store = await following
    const before = store.getState()
    main.push(structuredClone({ ...state('de'), settings: { ...defaultSettings, theme: 'dark' } }))
    const { language, settings, accounts, updates } = store.getState()
    expect({ language, theme: settings.theme }).toEqual({ language: 'de', theme: 'dark' })
    expect(settings.appearance).toBe(before.settings.appearance)
    expect(accounts).toBe(before.accounts)
    expect(updates).toBe(before.updates)
  })

  it('prefers a state that was pushed while the answer was on its way', async () => {
    const main = mainSide()
    const following = followAppState(main.bridge)
    main.push(state('fr'))
    main.answer(state('en'))
    expect((await following).getState().language).toBe('fr')
  })
})

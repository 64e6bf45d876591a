import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../contract/channels'
import { runCommand } from './commands'
import { createSwitchesStore } from './microphone-store'

function world() {
  const told: unknown[] = []
  const invoke: Bridge['invoke'] = (_name, ...payload) => {
    told.push(payload[0])
    return new Promise(() => undefined)
  }
  const switches = createSwitchesStore({ invoke })
  return { switches, told, isOn: () => switches.getState().isMicrophoneOn }
}

describe('the microphone’s switch', () => {
  it('is told to main while a page uses it', () => {
    const { switches, told } = world()
    switches.getState().toggleMicrophone()
    expect(told).toEqual([])
    const end = switches.getState().use()
    runCommand('muteEverywhere', { switches, toggleMini: () => undefined, showShortcuts: () => undefined, searchSettings: () => undefined })
    switches.getState().toggleCamera()
    end()
    expect(told).toEqual(['muted', 'open', 'unused'])
  })

  it('is opened by the key that is held, and closed with it', () => {
    const { switches, isOn } = world()
    switches.getState().setMicrophone(false)
    switches.getState().talk(true)
    expect(isOn()).toBe(true)
    switches.getState().talk(false)
    expect(isOn()).toBe(false)
  })

  it('stays open after the key when it was open before, and as it was switched meanwhile', () => {
    const { switches, isOn } = world()
    switches.getState().talk(true)
    switches.getState().talk(false)
    expect(isOn()).toBe(true)
    switches.getState().setMicrophone(false)
    switches.getState().talk(true)
    switches.getState().setMicrophone(true)
    switches.getState().talk(false)
    expect(isOn()).toBe(true)
  })
})

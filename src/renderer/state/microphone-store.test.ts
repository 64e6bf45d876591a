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

  it('stays as it is by keys that are pressed outside a meeting, as does the camera’s', () => {
    const { switches, isOn } = world()
    const places = { switches, toggleMini: () => undefined, showShortcuts: () => undefined, searchSettings: () => undefined }
    runCommand('toggleMicrophone', places)
    runCommand('toggleCamera', places)
    expect([isOn(), switches.getState().isCameraOn]).toEqual([true, true])
    switches.getState().use()
    runCommand('toggleMicrophone', places)
    runCommand('toggleCamera', places)
    expect([isOn(), switches.getState().isCameraOn]).toEqual([false, false])
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

import { describe, expect, it } from 'vitest'
import { defaultShortcuts, shortcutsOf } from '../../contract/shortcuts'
import { testClock } from '../test-clock'
import { talkingOn, watchHeldKey } from './held-key'
import { keepShortcutsEverywhere } from './shortcuts-everywhere'

function heldKey(mode: 'hold' | 'press') {
  const heard: boolean[] = []
  const { setTimer, pass } = testClock()
  return { key: watchHeldKey({ onTalk: (isTalking) => heard.push(isTalking), mode, setTimer }), heard, pass }
}

describe('a key that is held', () => {
  it('is held as long as the system repeats it', () => {
    const { key, heard, pass } = heldKey('hold')
    key.pressed()
    expect(heard).toEqual([true])
    // The pause before the first repeat, and then many.
    pass(660)
    for (let repeat = 0; repeat < 50; repeat += 1) {
      key.pressed()
      pass(40)
    }
    expect(heard).toEqual([true])
    pass(250)
    expect(heard).toEqual([true, false])
  })

  it('that is only tapped is let go soon', () => {
    const { key, heard, pass } = heldKey('hold')
    key.pressed()
    pass(800)
    expect(heard).toEqual([true, false])
  })

  it('where nothing repeats opens with the first press and closes with the second', () => {
    const { key, heard, pass } = heldKey('press')
    key.pressed()
    pass(60_000)
    expect(heard).toEqual([true])
    key.pressed()
    expect(heard).toEqual([true, false])
  })

  it('repeats on X11 and Windows alone', () => {
    expect([talkingOn('linux', false), talkingOn('win32', false)]).toEqual(['hold', 'hold'])
    expect([talkingOn('linux', true), talkingOn('darwin', false)]).toEqual(['press', 'press'])
  })
})

/** A system in which some keys belong to other programs. */
function system(taken: string[] = [], isAsked = false) {
  const registered = new Map<string, () => void>()
  const did: string[] = []
  const everywhere = keepShortcutsEverywhere({
    register: (keys, onPress) => {
      if (taken.includes(keys) || registered.has(keys)) return false
      registered.set(keys, onPress)
      return true
    },
    unregister: (keys) => registered.delete(keys),
    isAsked,
    talking: 'press',
    onMute: () => did.push('mute'),
    onTalk: (isTalking) => did.push(isTalking ? 'talk' : 'silence'),
    setTimer: () => () => undefined,
    now: () => 0,
  })
  return { everywhere, registered, did, press: (keys: string) => registered.get(keys)?.() }
}

describe('the keys that work in other programs, too', () => {
  const shortcuts = shortcutsOf({ ...defaultShortcuts, pushToTalk: 'F9' }, false)

  it('are taken from them only while there is a microphone to mute', () => {
    const { everywhere, registered, did, press } = system()
    everywhere.apply(shortcuts, false)
    expect([...registered.keys()]).toEqual([])
    everywhere.apply(shortcuts, true)
    expect([...registered.keys()]).toEqual(['CommandOrControl+Shift+M', 'F9'])
    press('CommandOrControl+Shift+M')
    press('F9')
    expect(did).toEqual(['mute', 'talk'])
    // Who is speaking as it ends is muted.
    everywhere.apply(shortcuts, false)
    expect([...registered.keys()]).toEqual([])
    expect(did).toEqual(['mute', 'talk', 'silence'])
  })

  it('may change places', () => {
    const { everywhere, press, did } = system()
    everywhere.apply(shortcuts, true)
    everywhere.apply({ ...shortcuts, muteEverywhere: 'F9', pushToTalk: 'CommandOrControl+Shift+M' }, true)
    press('F9')
    press('CommandOrControl+Shift+M')
    expect(did).toEqual(['mute', 'talk'])
  })

  it('that the system refuses are told of, and asking takes none', () => {
    const { everywhere, registered } = system(['F9'])
    expect(everywhere.status(shortcuts)).toEqual({ muteEverywhere: 'works', pushToTalk: 'refused', talking: 'press' })
    expect(registered.size).toBe(0)
    everywhere.apply(shortcuts, true)
    expect(everywhere.status({ ...shortcuts, pushToTalk: '' })).toEqual({ muteEverywhere: 'works', pushToTalk: 'none', talking: 'press' })
  })

  it('that the desktop asks the person for are asked for when they are wanted, not to see whether they would be given', () => {
    const { everywhere, registered } = system(['F9'], true)
    expect(everywhere.status(shortcuts)).toEqual({ muteEverywhere: 'asked', pushToTalk: 'asked', talking: 'press' })
    expect(registered.size).toBe(0)
    everywhere.apply(shortcuts, true)
    expect([...registered.keys()]).toEqual(['CommandOrControl+Shift+M'])
    expect(everywhere.status(shortcuts)).toEqual({ muteEverywhere: 'asked', pushToTalk: 'refused', talking: 'press' })
    expect(everywhere.status({ ...shortcuts, pushToTalk: 'F8' })).toMatchObject({ pushToTalk: 'asked' })
  })
})

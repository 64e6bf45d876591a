import { describe, expect, it } from 'vitest'
import { readPressedKeys } from './pressed-keys'
import { commands, conflictOf, defaultKeys, defaultShortcuts, shortcutsOf, shortcutsSchema } from './shortcuts'

const nothing = { key: '', code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

describe('shortcuts', () => {
  it.each([true, false])('have defaults that are valid and not given twice (on a Mac: %s)', (isMac) => {
    const keys = commands.map((command) => defaultKeys(command, isMac)).filter((each) => each !== '')
    expect(new Set(keys).size).toBe(keys.length)
    for (const [index, each] of keys.entries()) expect(shortcutsSchema.shape.goHome.safeParse(each).success, `${String(index)} ${each}`).toBe(true)
  })

  it('that are chosen twice work for the first command, and both say so', () => {
    const chosen = { ...defaultShortcuts, goContacts: 'CommandOrControl+1' }
    expect(shortcutsOf(chosen, false)).toMatchObject({ goHome: 'CommandOrControl+1', goContacts: '' })
    expect(conflictOf('goContacts', chosen, false)).toBe('goHome')
    expect(conflictOf('goHome', chosen, false)).toBe('goContacts')
    expect(conflictOf('goMeetings', chosen, false)).toBeNull()
    expect(conflictOf('pushToTalk', { ...chosen, muteEverywhere: 'none' }, false)).toBeNull()
  })

  it.each(['M', 'Shift+', 'Control', 'CommandOrControl+Plus+M', 'CommandOrControl+F25', 'Super+A', ''])('are never %j', (keys) => {
    expect(shortcutsSchema.shape.goHome.safeParse(keys).success).toBe(false)
  })
})

describe('readPressedKeys', () => {
  it.each([
    [{ key: 'm', code: 'KeyM', ctrlKey: true, shiftKey: true }, false, { keys: 'CommandOrControl+Shift+M' }],
    [{ key: 'µ', code: 'KeyM', metaKey: true, altKey: true }, true, { keys: 'CommandOrControl+Alt+M' }],
    [{ key: 'm', code: 'KeyM', ctrlKey: true }, true, { keys: 'Control+M' }],
    [{ key: 'ة', code: 'KeyM', ctrlKey: true }, false, { keys: 'CommandOrControl+M' }],
    [{ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }, false, { keys: 'CommandOrControl+Shift+1' }],
    [{ key: ' ', code: 'Space', altKey: true }, false, { keys: 'Alt+Space' }],
    [{ key: 'F9', code: 'F9' }, false, { keys: 'F9' }],
    [{ key: 'm', code: 'KeyM' }, false, { problem: 'alone' }],
    [{ key: 'M', code: 'KeyM', shiftKey: true }, false, { problem: 'alone' }],
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, false, { problem: 'incomplete' }],
    [{ key: 'c', code: 'KeyC', ctrlKey: true }, false, { problem: 'reserved' }],
    [{ key: 'F11', code: 'F11' }, false, { problem: 'reserved' }],
    [{ key: 'm', code: 'KeyM', metaKey: true }, false, { problem: 'unknown' }],
    [{ key: 'MediaPlayPause', code: 'MediaPlayPause', ctrlKey: true }, false, { problem: 'unknown' }],
  ])('%j on a Mac: %s', (pressed, isMac, expected) => {
    const read = readPressedKeys({ ...nothing, ...pressed }, isMac)
    expect(read).toEqual(expected)
    if ('keys' in read) expect(shortcutsSchema.shape.goHome.safeParse(read.keys).success).toBe(true)
  })
})

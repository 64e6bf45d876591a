/** What a page hears of a key (UI Events, `KeyboardEvent`). */
interface KeyPressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/** Keys as a shortcut, or why they are none. */
export type PressedKeys =
  | { readonly keys: string }
  /** Nothing but Control, Shift and the like yet. */
  | { readonly problem: 'incomplete' }
  /** A key alone, which is for typing. */
  | { readonly problem: 'alone' }
  /** Keys that do something else everywhere: copying, closing, sizes. */
  | { readonly problem: 'reserved' }
  /** A key that systems don't take. */
  | { readonly problem: 'unknown' }

const named: Readonly<Record<string, string>> = {
  ' ': 'Space', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', Home: 'Home', End: 'End',
  PageUp: 'PageUp', PageDown: 'PageDown', Insert: 'Insert',
}
/** Places of keys on the board, for layouts and modifiers that make another character of them. */
const placed: Readonly<Record<string, string>> = {
  Slash: '/', Comma: ',', Period: '.', Semicolon: ';', Equal: '=', Minus: '-', BracketLeft: '[', BracketRight: ']', Backslash: '\\', Quote: '\'', Backquote: '`', Space: 'Space',
}

const reserved = new Set(
  ['A', 'C', 'V', 'X', 'Y', 'Z', 'Q', 'W', '0', '=', '-', 'Shift+Z', 'Shift+='].map((rest) => `CommandOrControl+${rest}`).concat('F11', 'Alt+F4', 'CommandOrControl+Shift+V'),
)

/** Reads the keys that are pressed. On a Mac, Command is the key of shortcuts and Control one more. */
export function readPressedKeys(pressed: KeyPressed, isMac: boolean): PressedKeys {
  if (['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'CapsLock', 'Fn', 'Dead'].includes(pressed.key)) return { problem: 'incomplete' }
  const key = keyName(pressed)
  if (key === null || (!isMac && pressed.metaKey)) return { problem: 'unknown' }
  const main = isMac ? pressed.metaKey : pressed.ctrlKey
  const modifiers = [
    main ? 'CommandOrControl' : '',
    isMac && pressed.ctrlKey ? 'Control' : '',
    pressed.altKey ? 'Alt' : '',
    pressed.shiftKey ? 'Shift' : '',
  ].filter((each) => each !== '')
  const isFunctionKey = /^F\d+$/.test(key)
  if (!isFunctionKey && modifiers.every((each) => each === 'Shift')) return { problem: 'alone' }
  const keys = [...modifiers, key].join('+')
  return reserved.has(keys) ? { problem: 'reserved' } : { keys }
}

function keyName({ key, code }: KeyPressed): string | null {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase()
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  return named[key] ?? /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1] ?? placed[code] ?? null
}

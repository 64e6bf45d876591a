import { z } from 'zod'

/** Everything that a key can do, in the order in which people read it. */
export const commands = [
  'muteEverywhere',
  'pushToTalk',
  'toggleMicrophone',
  'toggleCamera',
  'toggleMini',
  'leaveMeeting',
  'goHome',
  'goMeetings',
  'goContacts',
  'goSettings',
  'searchSettings',
  'showShortcuts',
] as const
export const commandSchema = z.enum(commands)
export type Command = z.infer<typeof commandSchema>

/** Commands whose keys work in other programs, too: they are registered with the operating system. */
export const commandsEverywhere = ['muteEverywhere', 'pushToTalk'] as const satisfies readonly Command[]
export type CommandEverywhere = (typeof commandsEverywhere)[number]

export function isEverywhere(command: Command): command is CommandEverywhere {
  return commandsEverywhere.some((each) => each === command)
}

/** Keys as Electron writes them (`CommandOrControl+Shift+M`), or nothing for a command without keys. */
const defaults: Readonly<Record<Command, string>> = {
  muteEverywhere: 'CommandOrControl+Shift+M',
  // None by itself: a key that is taken from every other program is a person's own choice.
  pushToTalk: '',
  toggleMicrophone: 'CommandOrControl+D',
  toggleCamera: 'CommandOrControl+E',
  toggleMini: 'CommandOrControl+Shift+O',
  leaveMeeting: 'CommandOrControl+Shift+L',
  goHome: 'CommandOrControl+1',
  goMeetings: 'CommandOrControl+2',
  goContacts: 'CommandOrControl+3',
  goSettings: 'CommandOrControl+,',
  searchSettings: 'CommandOrControl+F',
  showShortcuts: 'CommandOrControl+/',
}

/** Where a Mac has other habits: Command+Comma is the same, but Command+Shift+M is Mail's. */
const macDefaults: Partial<Readonly<Record<Command, string>>> = { muteEverywhere: 'Control+Alt+M' }

const modifier = '(CommandOrControl|Control|Alt|Shift)'
const key = '([A-Z0-9]|F([1-9]|1\\d|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|[,./;=\\[\\]\\\\\'`-])'
const accelerator = new RegExp(`^(${modifier}\\+)+${key}$|^F([1-9]|1\\d|2[0-4])$`)

/** The keys of a command: chosen ones, `none`, or `default`. */
const shortcutSchema = z.union([z.enum(['default', 'none']), z.string().regex(accelerator)])

/** A command's keys, by command. */
export const shortcutsSchema = z.strictObject({
  muteEverywhere: shortcutSchema,
  pushToTalk: shortcutSchema,
  toggleMicrophone: shortcutSchema,
  toggleCamera: shortcutSchema,
  toggleMini: shortcutSchema,
  leaveMeeting: shortcutSchema,
  goHome: shortcutSchema,
  goMeetings: shortcutSchema,
  goContacts: shortcutSchema,
  goSettings: shortcutSchema,
  searchSettings: shortcutSchema,
  showShortcuts: shortcutSchema,
} satisfies Record<Command, typeof shortcutSchema>)
export type ChosenShortcuts = z.infer<typeof shortcutsSchema>

export const defaultShortcuts: ChosenShortcuts = {
  muteEverywhere: 'default',
  pushToTalk: 'default',
  toggleMicrophone: 'default',
  toggleCamera: 'default',
  toggleMini: 'default',
  leaveMeeting: 'default',
  goHome: 'default',
  goMeetings: 'default',
  goContacts: 'default',
  goSettings: 'default',
  searchSettings: 'default',
  showShortcuts: 'default',
}

/** The keys that work, by command; an empty text for a command without. */
export type Shortcuts = Readonly<Record<Command, string>>

/** The keys of one command, before anybody chose others. */
export function defaultKeys(command: Command, isMac: boolean): string {
  return (isMac ? macDefaults[command] : undefined) ?? defaults[command]
}

/** The keys that work. Of two commands with the same keys, the first has them. */
export function shortcutsOf(chosen: ChosenShortcuts, isMac: boolean): Shortcuts {
  const taken = new Set<string>()
  const own = (command: Command): string => {
    const wanted = keysOf(command, chosen, isMac)
    if (wanted === '' || taken.has(wanted)) return ''
    taken.add(wanted)
    return wanted
  }
  return {
    muteEverywhere: own('muteEverywhere'),
    pushToTalk: own('pushToTalk'),
    toggleMicrophone: own('toggleMicrophone'),
    toggleCamera: own('toggleCamera'),
    toggleMini: own('toggleMini'),
    leaveMeeting: own('leaveMeeting'),
    goHome: own('goHome'),
    goMeetings: own('goMeetings'),
    goContacts: own('goContacts'),
    goSettings: own('goSettings'),
    searchSettings: own('searchSettings'),
    showShortcuts: own('showShortcuts'),
  }
}

/** The keys that a command is to have, whether or not another one has them. */
export function keysOf(command: Command, chosen: ChosenShortcuts, isMac: boolean): string {
  const wanted = chosen[command]
  if (wanted === 'none') return ''
  return wanted === 'default' ? defaultKeys(command, isMac) : wanted
}

/** The other command that has the same keys, or null. */
export function conflictOf(command: Command, chosen: ChosenShortcuts, isMac: boolean): Command | null {
  const wanted = keysOf(command, chosen, isMac)
  if (wanted === '') return null
  return commands.find((other) => other !== command && keysOf(other, chosen, isMac) === wanted) ?? null
}

/** `asked`: the desktop asks the person when the keys are wanted first, and does not tell which ones it gave. */
const keysStatusSchema = z.enum(['works', 'asked', 'refused', 'none'])
export type KeysStatus = z.infer<typeof keysStatusSchema>

/** How the shortcuts that work everywhere stand with the operating system. */
export const shortcutStatusSchema = z.strictObject({
  /** Whether the system gives Parley the keys; `none` for a command without keys. */
  muteEverywhere: keysStatusSchema,
  pushToTalk: keysStatusSchema,
  /** Some systems tell of a key that is held; on the others, the first press opens the microphone and the second closes it. */
  talking: z.enum(['hold', 'press']),
})
export type ShortcutStatus = z.infer<typeof shortcutStatusSchema>

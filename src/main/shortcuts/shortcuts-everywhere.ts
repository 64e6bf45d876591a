import { commandsEverywhere, type CommandEverywhere, type KeysStatus, type Shortcuts, type ShortcutStatus } from '../../contract/shortcuts'
import { watchHeldKey } from './held-key'
import { watchRepeatedKey } from './repeated-key'

interface ShortcutsEverywhereEffects {
  /** Asks the operating system for keys; false when it refuses. */
  register: (keys: string, onPress: () => void) => boolean
  unregister: (keys: string) => void
  /** The desktop asks the person for leave, so that nothing is asked for merely to see whether it would be given. */
  isAsked: boolean
  /** Whether the system tells of a key that is held. */
  talking: ShortcutStatus['talking']
  onMute: () => void
  onTalk: (isTalking: boolean) => void
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** Milliseconds, counting on. */
  now: () => number
}

/** The keys that work in other programs, too. */
export interface ShortcutsEverywhere {
  /** Takes up other keys, or lets go of all: they are taken from other programs only while there is a microphone to mute. */
  apply(shortcuts: Shortcuts, isWanted: boolean): void
  /** Asks the system whether it would give the keys. */
  status(shortcuts: Shortcuts): ShortcutStatus
}

/** Keeps the keys registered. */
export function keepShortcutsEverywhere(effects: ShortcutsEverywhereEffects): ShortcutsEverywhere {
  const held = new Map<CommandEverywhere, string>()
  const refused = new Map<CommandEverywhere, string>()
  const talkKey = watchHeldKey({ onTalk: effects.onTalk, mode: effects.talking, setTimer: effects.setTimer })
  const actions: Readonly<Record<CommandEverywhere, () => void>> = {
    muteEverywhere: watchRepeatedKey({ onPress: effects.onMute, now: effects.now }),
    pushToTalk: talkKey.pressed,
  }

  const letGo = (command: CommandEverywhere): void => {
    const keys = held.get(command)
    if (keys === undefined) return
    held.delete(command)
    effects.unregister(keys)
    if (command === 'pushToTalk') talkKey.release()
  }
  const take = (command: CommandEverywhere, keys: string): void => {
    const isTaken = effects.register(keys, actions[command])
    if (isTaken) held.set(command, keys)
    if (isTaken) refused.delete(command)
    else refused.set(command, keys)
  }
  const statusOf = (command: CommandEverywhere, keys: string): KeysStatus => {
    if (keys === '') return 'none'
    if (effects.isAsked) return refused.get(command) === keys ? 'refused' : 'asked'
    if (held.get(command) === keys) return 'works'
    const works = effects.register(keys, () => undefined)
    if (works) effects.unregister(keys)
    return works ? 'works' : 'refused'
  }

  return {
    apply: (shortcuts, isWanted) => {
      const wanted = (command: CommandEverywhere): string => (isWanted ? shortcuts[command] : '')
      // First all are let go that change: two may have changed places.
      for (const command of commandsEverywhere) if (held.get(command) !== wanted(command)) letGo(command)
      for (const command of commandsEverywhere) if (!held.has(command) && wanted(command) !== '') take(command, wanted(command))
    },
    status: (shortcuts) => ({
      muteEverywhere: statusOf('muteEverywhere', shortcuts.muteEverywhere),
      pushToTalk: statusOf('pushToTalk', shortcuts.pushToTalk),
      talking: effects.talking,
    }),
  }
}

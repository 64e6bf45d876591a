import { app, globalShortcut, type BrowserWindow } from 'electron'
import type { Settings } from '../../contract/settings'
import type { MicrophoneUse } from '../../contract/microphone'
import { shortcutsOf, type Command, type Shortcuts, type ShortcutStatus } from '../../contract/shortcuts'
import { sendEvent } from '../ipc/registrar'
import { keysComeFromPortal } from './desktop-portal'
import { talkingOn } from './held-key'
import { keepShortcutsEverywhere } from './shortcuts-everywhere'

interface ShortcutsOptions {
  window: BrowserWindow
  settings: () => Settings['shortcuts']
  /** Hears of another use of the microphone. */
  onMicrophone: (use: MicrophoneUse) => void
  setTimer: (run: () => void, milliseconds: number) => () => void
}

/** The room of shortcuts. */
export interface ShortcutsDesk {
  /** The keys that work. */
  keys(): Shortcuts
  /** Follows the settings. */
  apply(): void
  /** Hands a command to the page. */
  run(command: Command): void
  status(): ShortcutStatus
  /** The page uses the microphone, or no longer does. */
  microphoneUsed(use: MicrophoneUse): void
}

/** Puts the room of shortcuts together. */
export function openShortcuts({ window, settings, onMicrophone, setTimer }: ShortcutsOptions): ShortcutsDesk {
  const contents = () => (window.isDestroyed() ? null : window.webContents)
  const isMac = process.platform === 'darwin'
  const isFromPortal = keysComeFromPortal({
    platform: process.platform,
    sessionType: process.env['XDG_SESSION_TYPE'],
    ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
  })
  let use: MicrophoneUse = 'unused'
  const run = (command: Command): void => sendEvent(contents(), 'command.requested', command)
  const everywhere = keepShortcutsEverywhere({
    // An accelerator that Electron can't read throws; such keys are refused, too.
    register: (keys, onPress) => {
      try {
        return globalShortcut.register(keys, onPress)
      } catch {
        return false
      }
    },
    unregister: (keys) => globalShortcut.unregister(keys),
    isAsked: isFromPortal,
    talking: talkingOn(process.platform, isFromPortal),
    onMute: () => run('muteEverywhere'),
    onTalk: (isTalking) => sendEvent(contents(), 'microphone.talk', isTalking),
    setTimer,
    now: () => performance.now(),
  })
  const keys = (): Shortcuts => shortcutsOf(settings(), isMac)
  const apply = (): void => everywhere.apply(keys(), use !== 'unused')
  const take = (next: MicrophoneUse): void => {
    if (next === use) return
    use = next
    apply()
    onMicrophone(next)
  }
  // A page that is loaded anew uses nothing yet.
  window.webContents.on('did-navigate', () => take('unused'))
  window.on('closed', () => take('unused'))
  return { keys, apply, run, status: () => everywhere.status(keys()), microphoneUsed: take }
}

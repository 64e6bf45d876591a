import { Menu, nativeImage, Tray } from 'electron'
import icon16 from '../../../assets/icons/16x16.png?inline'
import icon32 from '../../../assets/icons/32x32.png?inline'
import type { MicrophoneUse } from '../../contract/microphone'
import type { Session } from '../../contract/session'
import type { MainWords } from '../i18n/words'
import { trayStatus, trayTemplate } from './tray-template'

/** What the icon in the tray shows. */
export interface TrayContent {
  words: MainWords
  session: Session
  microphone: MicrophoneUse
}

/** What one can do there. */
export interface TrayPlace {
  open: () => void
  quit: () => void
  /** Switches the microphone on or off. */
  mute: () => void
  /** Leaves the meeting. */
  leave: () => void
}

/** Puts Parley's icon into the system's tray, on Windows and Linux; on macOS, see `openDockMenu`. */
export function openTray({ open, quit, mute, leave }: TrayPlace): { show: (content: TrayContent) => void } {
  // One picture for ordinary screens and fine ones.
  const image = nativeImage.createFromDataURL(icon16)
  image.addRepresentation({ scaleFactor: 2, dataURL: icon32 })
  const tray = new Tray(image)
  tray.on('click', open)
  return {
    show: ({ words, session, microphone }) => {
      tray.setToolTip(`Parley – ${trayStatus(words.tray, session)}`)
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate({ words, session, microphone, open, quit, mute, leave })))
    },
  }
}

import { Menu, nativeImage, Tray, type NativeImage } from 'electron'
import icon16 from '../../../assets/icons/16x16.png?inline'
import icon32 from '../../../assets/icons/32x32.png?inline'
import template16 from '../../../assets/tray/template-16.png?inline'
import template32 from '../../../assets/tray/template-32.png?inline'
import type { MicrophoneUse } from '../../contract/microphone'
import type { Session } from '../../contract/session'
import type { MainWords } from '../i18n/words'
import { trayStatus, trayTemplate } from './tray-template'

/** What the icon in the tray shows. */
interface TrayContent {
  words: MainWords
  session: Session
  microphone: MicrophoneUse
}

interface TrayOptions {
  platform: NodeJS.Platform
  open: () => void
  quit: () => void
  /** Switches the microphone on or off. */
  mute: () => void
  /** Leaves the meeting. */
  leave: () => void
}

/** Puts Parley's icon into the system's tray. */
export function openTray({ platform, open, quit, mute, leave }: TrayOptions): { show: (content: TrayContent) => void } {
  const tray = new Tray(platform === 'darwin' ? template() : picture(icon16, icon32))
  tray.on('click', open)
  return {
    show: ({ words, session, microphone }) => {
      tray.setToolTip(`Parley – ${trayStatus(words.tray, session)}`)
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate({ words, session, microphone, open, quit, mute, leave })))
    },
  }
}

/** One picture for ordinary screens and fine ones. */
function picture(ordinary: string, fine: string): NativeImage {
  const image = nativeImage.createFromDataURL(ordinary)
  image.addRepresentation({ scaleFactor: 2, dataURL: fine })
  return image
}

/** macOS colours it itself, for light and dark menu bars. */
function template(): NativeImage {
  const image = picture(template16, template32)
  image.setTemplateImage(true)
  return image
}

import { app, Menu } from 'electron'
import type { TrayContent, TrayPlace } from './tray'
import { dockTemplate } from './tray-template'

/**
 * Parley's menu in macOS' Dock, which is what people of that system have in a tray's place. The system itself adds the window and
 * *Quit*, and brings the window to the front.
 */
export function openDockMenu({ mute, leave }: Pick<TrayPlace, 'mute' | 'leave'>): { show: (content: TrayContent) => void } {
  return { show: (content) => app.dock?.setMenu(Menu.buildFromTemplate(dockTemplate({ ...content, mute, leave }))) }
}

import { Menu } from 'electron'
import { menuTemplate, type MenuOptions } from './menu-template'

/** Sets the application's menu. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

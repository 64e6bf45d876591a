import { app, Menu } from 'electron'
import { menuTemplate, type MenuOptions } from './menu-template'

/** Sets the application's menu. */
export function setMenu(options: Omit<MenuOptions, 'showAbout'>): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...options, showAbout: () => app.showAboutPanel() })))
}

import { describe, expect, it } from 'vitest'
import { defaultShortcuts, shortcutsOf } from '../../contract/shortcuts'
import { mainWords } from '../i18n/words'
import { menuTemplate } from './menu-template'

interface World {
  onPage?: (page: string) => void
  inMeeting?: boolean
  hasPages?: boolean
}

function menuOf(platform: NodeJS.Platform, { onPage = () => undefined, inMeeting = true, hasPages = true }: World = {}) {
  const shortcuts = { keys: () => shortcutsOf({ ...defaultShortcuts, goHome: 'none' }, platform === 'darwin'), run: () => undefined }
  const nothing = () => undefined
  const words = mainWords('en').menu
  return menuTemplate({ platform, words, goTo: onPage, openHelp: nothing, shortcuts, inMeeting, hasPages, showAbout: () => onPage('about'), zoom: nothing })
}

/** The items of all menus, by their labels. */
function itemsOf(menu: ReturnType<typeof menuTemplate>) {
  const items = menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  return (label: string) => items.find((item) => item.label === label)
}

function labels(items: ReturnType<typeof menuTemplate>): (string | undefined)[] {
  return items.map((item) => item.label)
}

describe('menuTemplate', () => {
  it('has an application menu on macOS and a File menu elsewhere', () => {
    expect(labels(menuOf('darwin'))).toEqual(['Parley', 'Edit', 'View', 'Meeting', 'Window', 'Help'])
    expect(labels(menuOf('win32'))).toEqual(['File', 'Edit', 'View', 'Meeting', 'Window', 'Help'])
  })

  it('has on macOS what that system’s menus have', () => {
    const roles = (platform: NodeJS.Platform) => menuOf(platform).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).flatMap(({ role }) => role ?? [])
    expect(roles('darwin')).toEqual(expect.arrayContaining(['services', 'hide', 'hideOthers', 'unhide', 'quit', 'minimize', 'zoom', 'close', 'front']))
    for (const role of ['services', 'hide', 'zoom', 'front']) expect(roles('win32')).not.toContain(role)
    const [application] = menuOf('darwin')
    const items = Array.isArray(application?.submenu) ? application.submenu : []
    expect(items.find(({ label }) => label === 'Settings…')?.accelerator).toBe('CommandOrControl+,')
  })

  it('shows the keys that were chosen', () => {
    const view = menuOf('linux')[2]?.submenu
    const items = Array.isArray(view) ? view : []
    expect(items.find(({ label }) => label === 'Meetings')?.accelerator).toBe('CommandOrControl+2')
    expect(items.find(({ label }) => label === 'Home')).not.toHaveProperty('accelerator')
  })

  it.each([true, false])('offers only where there is a meeting what is for one (%s)', (inMeeting) => {
    const item = itemsOf(menuOf('linux', { inMeeting }))
    for (const label of ['Microphone on or off', 'Camera on or off', 'Mini window', 'Leave meeting']) expect(item(label)?.enabled, label).toBe(inMeeting)
  })

  it.each([true, false])('offers pages only where somebody is signed in (%s)', (hasPages) => {
    const gone: string[] = []
    const item = itemsOf(menuOf('linux', { hasPages, onPage: (page) => gone.push(page) }))
    for (const label of ['Settings…', 'Home', 'Meetings', 'Contacts', 'Search settings', 'Keyboard shortcuts']) expect(item(label)?.enabled, label).toBe(hasPages)
    const about = item('About Parley')?.click
    if (about !== undefined) Reflect.apply(about, undefined, [])
    expect(gone).toEqual([hasPages ? 'settings.about' : 'about'])
  })

  it('leads to the settings', () => {
    const gone: string[] = []
    const file = menuOf('linux', { onPage: (page) => gone.push(page) })[0]?.submenu
    const settings = Array.isArray(file) ? file[0] : undefined
    // The handler reads none of what Electron would hand over.
    if (settings?.click !== undefined) Reflect.apply(settings.click, undefined, [])
    expect(gone).toEqual(['settings.account'])
  })
})

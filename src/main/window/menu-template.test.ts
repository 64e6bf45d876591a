import { describe, expect, it } from 'vitest'
import { defaultShortcuts, shortcutsOf } from '../../contract/shortcuts'
import { mainWords } from '../i18n/words'
import { menuTemplate } from './menu-template'

function menuOf(platform: NodeJS.Platform, onPage: (page: string) => void = () => undefined, inMeeting = true) {
  const shortcuts = { keys: () => shortcutsOf({ ...defaultShortcuts, goHome: 'none' }, platform === 'darwin'), run: () => undefined }
  return menuTemplate({ platform, words: mainWords('en').menu, goTo: onPage, openHelp: () => undefined, shortcuts, inMeeting, zoom: () => undefined })
}

function labels(items: ReturnType<typeof menuTemplate>): (string | undefined)[] {
  return items.map((item) => item.label)
}

describe('menuTemplate', () => {
  it('has an application menu on macOS and a File menu elsewhere', () => {
    expect(labels(menuOf('darwin'))).toEqual(['Parley', 'Edit', 'View', 'Meeting', 'Window', 'Help'])
    expect(labels(menuOf('win32'))).toEqual(['File', 'Edit', 'View', 'Meeting', 'Window', 'Help'])
  })

  it('shows the keys that were chosen', () => {
    const view = menuOf('linux')[2]?.submenu
    const items = Array.isArray(view) ? view : []
    expect(items.find(({ label }) => label === 'Meetings')?.accelerator).toBe('CommandOrControl+2')
    expect(items.find(({ label }) => label === 'Home')).not.toHaveProperty('accelerator')
  })

  it.each([true, false])('offers the small window only where there is a meeting (%s)', (inMeeting) => {
    const meeting = menuOf('linux', undefined, inMeeting)[3]?.submenu
    const item = Array.isArray(meeting) ? meeting.find(({ label }) => label === 'Mini window') : undefined
    expect(item?.enabled).toBe(inMeeting)
  })

  it('leads to the settings', () => {
    const gone: string[] = []
    const file = menuOf('linux', (page) => gone.push(page))[0]?.submenu
    const settings = Array.isArray(file) ? file[0] : undefined
    // The handler reads none of what Electron would hand over.
    if (settings?.click !== undefined) Reflect.apply(settings.click, undefined, [])
    expect(gone).toEqual(['settings.account'])
  })
})

import { describe, expect, it } from 'vitest'
import { mainWords } from '../i18n/words'
import { menuTemplate } from './menu-template'

function menuOf(platform: NodeJS.Platform, onPage: (page: string) => void = () => undefined) {
  return menuTemplate({ platform, words: mainWords('en').menu, goTo: onPage, openHelp: () => undefined, zoom: () => undefined })
}

function labels(items: ReturnType<typeof menuTemplate>): (string | undefined)[] {
  return items.map((item) => item.label)
}

describe('menuTemplate', () => {
  it('has an application menu on macOS and a File menu elsewhere', () => {
    expect(labels(menuOf('darwin'))).toEqual(['Parley', 'Edit', 'View', 'Window', 'Help'])
    expect(labels(menuOf('win32'))).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
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

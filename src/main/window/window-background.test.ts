import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { windowBackground } from './window-background'

const sheet = readFileSync(join(import.meta.dirname, '../../renderer/look/tokens.css'), 'utf8')

it.each([
  [':root {', false],
  [':root[data-more-contrast] {', true],
])('a window has the colour of its page before that is painted (%s)', (rule, hasMoreContrast) => {
  const inRule = sheet.slice(sheet.indexOf(rule))
  const [, light, dark] = /--surface: light-dark\((#\w{6}), (#\w{6})\)/.exec(inRule) ?? []
  expect(windowBackground({ isDark: false, hasMoreContrast })).toBe(light)
  expect(windowBackground({ isDark: true, hasMoreContrast })).toBe(dark)
})

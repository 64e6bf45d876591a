import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const builder = readFileSync(resolve('electron-builder.yml'), 'utf8')
const languages = readdirSync(resolve('src/main/i18n')).flatMap((name) => /^(\w+)\.json$/.exec(name)?.[1] ?? [])

/** What macOS asks in one language, by its key. @param {string} language */
function questions(language) {
  const text = readFileSync(resolve(`assets/mac/${language}.lproj/InfoPlist.strings`), 'utf8')
  return Object.fromEntries([...text.matchAll(/^(\w+) = "([^"\\]+)";$/gm)].map(([, key = '', words = '']) => [key, words]))
}

it('macOS asks for camera and microphone in every language', () => {
  const english = Object.fromEntries([...builder.matchAll(/^ {4}(NS\w+UsageDescription): (.+)$/gm)].map(([, key = '', words = '']) => [key, words]))
  expect(Object.keys(english).sort()).toEqual(['NSCameraUsageDescription', 'NSMicrophoneUsageDescription'])
  expect(questions('en')).toEqual(english)
  expect(languages.length).toBeGreaterThan(5)
  for (const language of languages.filter((each) => each !== 'en')) {
    expect(Object.keys(questions(language)).sort(), language).toEqual(Object.keys(english).sort())
    for (const words of Object.values(questions(language))) expect(Object.values(english)).not.toContain(words)
  }
  expect(builder).toContain('- { from: assets/mac, to: . }')
})

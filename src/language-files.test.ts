import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { consoleLanguages, directionOf, languages } from './contract/languages'
import sameAsEnglish from './language-files.same-as-english.json'

type Words = { [key: string]: string | Words }
const wordsSchema: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), wordsSchema])))

/** Every folder of language files, and the folders whose sources use them. */
const wordRooms = readdirSync(import.meta.dirname, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name === 'en.json')
  .map((entry) => entry.parentPath)

/** The console and the workspace's mails are complete in three languages, the client in all. */
function languagesOf(folder: string): string[] {
  const isServed = /[/\\]src[/\\](console|workspace)[/\\]/.test(folder)
  const isInAll = languages.some((language) => !isConsoleLanguage(language) && existsSync(join(folder, `${language}.json`)))
  return isServed && !isInAll ? [...consoleLanguages] : [...languages]
}

const isConsoleLanguage = (language: string): boolean => consoleLanguages.some((each) => each === language)

const pluralSuffix = /_(zero|one|two|few|many|other)$/

function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text)
  }
  return flat
}

function read(folder: string, language: string): Map<string, string> {
  return flatten(wordsSchema.parse(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))))
}

/** The forms that a language needs for the whole numbers that Parley counts, from the Unicode CLDR; some have more, for millions. */
function pluralForms(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set(Array.from({ length: 1_000 }, (_, number) => rules.select(number)))]
}

/** Texts that are rightly the same in English and another language; `names` are never translated. */
const sameTexts = new Map<string, string[]>(Object.entries(sameAsEnglish))

function baseKeys(words: ReadonlyMap<string, string>): Set<string> {
  return new Set([...words.keys()].map((key) => key.replace(pluralSuffix, '')))
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort()

/** What people have written, or a computer is called: its direction is its own. */
const ofAnyDirection = ['name', 'subject', 'companyName', 'company', 'place', 'host', 'proxy', 'zone', 'issuer', 'licence', 'email', 'entry', 'source']
/** These become people's own texts, out of which they copy. */
const copied = new Set(['home.instantSubject', 'request.reason', 'request.account'])
const alone = new RegExp(`(?<![\\u2066\\u2068>])\\{\\{(${ofAnyDirection.join('|')})\\}\\}`)

describe.each(wordRooms)('the language files in %s', (folder) => {
  const english = read(folder, 'en')
  const shown = languagesOf(folder)

  it.each(shown)('%s has every key, and none besides', (language) => {
    expect([...baseKeys(read(folder, language))].sort()).toEqual([...baseKeys(english)].sort())
  })

  it.each(shown)('%s has a text for each key, with the placeholders of the English one', (language) => {
    for (const [key, text] of read(folder, language)) {
      expect(text.trim(), key).not.toBe('')
      const model = english.get(key) ?? english.get(key.replace(pluralSuffix, '_other'))
      if (!pluralSuffix.test(key)) expect(placeholders(text), key).toEqual(placeholders(model ?? ''))
    }
  })

  it.each(shown)('%s has every plural form that the language needs', (language) => {
    const words = read(folder, language)
    const plurals = new Set([...words.keys()].filter((key) => pluralSuffix.test(key)).map((key) => key.replace(pluralSuffix, '')))
    for (const key of plurals) for (const form of pluralForms(language)) expect(words.has(`${key}_${form}`), `${key}_${form}`).toBe(true)
  })

  it.each(shown.filter((language) => language !== 'en'))('%s has no text that is still English', (language) => {
    const same = [...read(folder, language)].filter(([key, text]) => english.get(key) === text && /\p{L}/u.test(text))
    const rightly = new Set([...(sameTexts.get('names') ?? []), ...(sameTexts.get(language) ?? [])])
    expect(same.filter(([, text]) => !rightly.has(text))).toEqual([])
  })

  it.each(shown.filter((language) => languages.some((each) => each === language && directionOf(each) === 'rtl')))('%s isolates what has a direction of its own', (language) => {
    const mixed = [...read(folder, language)].filter(([key, text]) => alone.test(text) && !copied.has(key))
    expect(mixed).toEqual([])
  })

  it('French begins no line with a mark of punctuation', () => {
    // Signs of two parts have a space before them, which must not break.
    expect([...read(folder, 'fr')].filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([])
  })
})

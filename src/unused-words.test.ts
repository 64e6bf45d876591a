import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

type Words = { [key: string]: string | Words }
const wordsSchema: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), wordsSchema])))

const files = readdirSync(import.meta.dirname, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
const sources = files
  .filter(({ name }) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map(({ parentPath, name }) => ({ folder: parentPath, text: withoutComments(readFileSync(join(parentPath, name), 'utf8')) }))
const everySource = sources.map(({ text }) => text).join('\n')

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

/** Every text of a file, by its dotted name; plurals by the name that they share. */
function keysOf(words: Words, prefix = ''): string[] {
  const keys = Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)))
  return [...new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))]
}

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * Makes the function that tells whether a text is used, by what is written in the sources of its room.
 *
 * @param room The texts of its files, each without comments.
 * @param everywhere All sources, which name what stands in a template: `problem.${problem}`.
 */
function usedIn(room: readonly string[], everywhere: string): (key: string) => boolean {
  const whole = room.join('\n')
  const isQuoted = (text: string, where: string) => ['\'', '"', '`'].some((quote) => where.includes(`${quote}${text}${quote}`))
  /** A value that something can have: a text, or a name in a table. */
  const isValue = (text: string) => isQuoted(text, everywhere) || new RegExp(String.raw`(?<![\w.])${literally(text)}\??:`).test(everywhere)
  // Settings are named so as well: what counts is what a text is asked for by.
  const templates = [...whole.matchAll(/(?:\bt\([^`;]*?|\bwords=\{[^`;]*?)`((?:[\w.-]|\$\{[^{}]*\})+)`/g)].flatMap(([, text = '']) => (/\.\$\{|\$\{[^{}]*\}\./.test(text) ? [text] : []))
  const patterns = [...new Set(templates)].map((text) => {
    const parts = text.split(/\$\{[^{}]*\}/).map(literally)
    // What a template begins with is the whole name of a section.
    return new RegExp(`^${parts.join(text.startsWith('${') ? String.raw`(.+\..+)` : String.raw`([\w-]+)`)}$`)
  })

  const isInTemplate = (key: string) => patterns.some((pattern) => pattern.exec(key)?.slice(1).every((part) => (part.includes('.') ? isQuoted(part, whole) : isValue(part))))
  /** `words.section.text`, or `words.text` and `{ text }` where a file works with the section. */
  const isMember = (key: string) => {
    const [text = '', section] = key.split('.').toReversed().map(literally)
    const holder = section === undefined ? String.raw`\w*[wW]ords(\[\w+\])?` : String.raw`(?:${section}|\w*[wW]ords)`
    const member = new RegExp(String.raw`\b${holder}(\(\))?\??\.${text}\b`)
    const taken = new RegExp(String.raw`\{[^{}]*(?<![\w.])${text}(?![\w(])[^{}]*\}[^={}]*=[^;\n]*\b${holder}\b`)
    const direct = new RegExp(String.raw`\b${section ?? holder}(\(\))?\??\.${text}\b|\b${section ?? holder}: \{[^{}]*\b${text}\b`)
    return room.some((file) => direct.test(file) || ((section === undefined || new RegExp(String.raw`\b${section}\b`).test(file)) && (member.test(file) || taken.test(file))))
  }
  /** `all.section` by itself, whose texts are taken from it elsewhere. */
  const isGiven = (key: string) => {
    const [text = '', section] = key.split('.').toReversed().map(literally)
    if (section === undefined || text === '') return false
    return new RegExp(String.raw`return \w+(\[\w+\])?\.${section}\b`).test(whole) && new RegExp(String.raw`(?<=\.|\{[^{}]*)\b${text}\b`).test(whole)
  }
  // Pages ask for a text by its name alone.
  const isAskedByName = /\buseWords\b/.test(whole)
  return (key) => isQuoted(key, whole) || isInTemplate(key) || (!isAskedByName && (isMember(key) || isGiven(key)))
}

describe.each(files.filter(({ name }) => name === 'en.json'))('the language files in $parentPath', ({ parentPath, name }) => {
  it('have no text that no source uses', () => {
    const room = sources.filter(({ folder }) => folder === dirname(parentPath) || folder.startsWith(join(dirname(parentPath), '/')))
    const isUsed = usedIn(room.map(({ text }) => text), everySource)
    const keys = keysOf(wordsSchema.parse(JSON.parse(readFileSync(join(parentPath, name), 'utf8'))))
    expect(keys.filter((key) => !isUsed(key))).toEqual([])
  })
})

describe('a text', () => {
  it.each([
    ['home.title', "t('home.title')"],
    ['home.title', '<Rich words="home.title" />'],
    ['problem.offline', "const all = ['offline']; t(`problem.${problem}`)"],
    ['problem.offline.text', "const all = ['offline']; t(`problem.${problem}.text`)"],
    ['device.allowed.title', "const room = 'device.allowed'; t(`${room}.title`)"],
    ['menu.quit', 'const label = words.menu.quit'],
    ['menu.quit', "function menu(words: Words['menu']) { return words.quit }"],
    ['menu.quit', 'const { quit, close } = words().menu'],
    ['menu.quit', 'const { menu: { quit } } = words'],
    ['usage', 'const { usage, link } = words[language]'],
    ['signedIn.title', 'function of(all) { return all.signedIn } const { title } = of(all)'],
  ])('%s is used by %s', (key, source) => {
    expect(usedIn([source], source)(key)).toBe(true)
  })

  it.each([
    ['home.title', "t('home.text'); const { title } = props; document.title = title"],
    ['home.title', "t('home.titles')"],
    ['home.title', "const { t } = useWords(); t('home.text'); home.title = ''"],
    ['home.title', "const room = 'home'; t(`${room}.title`)"],
    ['problem.offline', "const all = ['online']; t(`problem.${problem}`)"],
    ['problem.offline', "const all = ['offline']; t(`problem.${problem}.text`)"],
    ['home.title', "const all = ['title']; useSetting(`home.${name}`)"],
    ['menu.quit', 'app.quit(); const label = words.menu.close'],
    ['menu.quit', 'const label = words.tray.quit'],
    ['signedIn.title', 'function of(all) { return all.signedOut } const { title } = of(all)'],
  ])('%s is not used by %s', (key, source) => {
    expect(usedIn([source], source)(key)).toBe(false)
  })
})

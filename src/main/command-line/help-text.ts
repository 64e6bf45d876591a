import { languages, type Language } from '../../contract/languages'
import { optionNames, valueOf, type OptionName } from './command-line'
import ar from './words/ar.json'
import de from './words/de.json'
import en from './words/en.json'
import es from './words/es.json'
import fr from './words/fr.json'
import ja from './words/ja.json'

const words: Readonly<Record<Language, typeof en>> = { en, fr, de, es, ja, ar }

/** What each option does, in one language. */
const wordsOf = ({ options }: typeof en): Readonly<Record<OptionName, string>> => ({
  workspace: options.workspace,
  'user-data-dir': options.userDataFolder,
  lang: options.lang.replace('{{languages}}', languages.join(', ')),
  hidden: options.hidden,
  sample: options.sample,
  version: options.version,
  help: options.help,
})

/** An option as it is written: `--workspace=URL`. */
const written = (name: OptionName): string => (valueOf(name) === null ? `--${name}` : `--${name}=${valueOf(name) ?? ''}`)

/** What `--help` prints: every option, and what it does. */
export function helpText(language: Language): string {
  const { usage, link } = words[language]
  const options = wordsOf(words[language])
  const lines = [
    ...optionNames.map((name) => [written(name), options[name]] as const),
    ['parley://…', link] as const,
  ]
  const width = Math.max(...lines.map(([left]) => left.length))
  return [`${usage} parley [--option[=…]]… [parley://…]`, '', ...lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)].join('\n')
}

/** Why Parley can't start in its own folder, and what to do. */
export function profileRefused(language: Language, folder: string): string {
  return words[language].profileRefused.replace('{{folder}}', () => JSON.stringify(folder))
}

/** Why the folder of `--user-data-dir` can't be used, and what to do. */
export function folderRefused(language: Language, folder: string): string {
  return words[language].folderRefused.replace('{{folder}}', () => JSON.stringify(folder))
}

import { findLanguage, type Language } from '../../contract/languages'
import { readLink, type LinkRequest } from '../window/deep-links'

/** What a start, or a second start, of the application asks for. */
export interface CommandLine {
  /** What to print in place of starting. */
  readonly prints: 'version' | 'help' | null
  /** The workspace to show, as it was typed; it is checked where it is looked for. */
  readonly workspace: string | null
  /** The profile's folder, absolute or relative to the folder of the start. */
  readonly userDataFolder: string | null
  /** The language of this run. */
  readonly language: Language | null
  readonly hidden: boolean
  /** Fills an empty workspace on this computer with a sample company. */
  readonly sample: boolean
  readonly link: LinkRequest
  /** Options that could not be followed; the others are. */
  readonly problems: readonly CommandLineProblem[]
}

interface CommandLineProblem {
  readonly option: OptionName
  readonly problem: 'value-missing' | 'value-unwanted' | 'value-wrong'
}

type Reading = Partial<CommandLine> | null

interface Option {
  /** What its value is, as `--help` names it; null for an option without one. */
  readonly value: string | null
  /** Takes the value; null when it can't be one. */
  readonly read: (value: string) => Reading
}

/** Every option of Parley's own, in the order in which `--help` lists them. What is not in here is Chromium's, and left alone. */
const table = {
  workspace: { value: 'URL', read: (workspace): Reading => ({ workspace }) },
  'user-data-dir': { value: 'DIR', read: (userDataFolder): Reading => ({ userDataFolder }) },
  lang: { value: 'xx', read: readLanguage },
  hidden: { value: null, read: (): Reading => ({ hidden: true }) },
  sample: { value: null, read: (): Reading => ({ sample: true }) },
  version: { value: null, read: (): Reading => ({ prints: 'version' }) },
  help: { value: null, read: (): Reading => ({ prints: 'help' }) },
} as const satisfies Readonly<Record<string, Option>>

export type OptionName = keyof typeof table

export const optionNames = Object.keys(table).filter(isOption)

/** What the option's value is called, or null where it has none. */
export const valueOf = (name: OptionName): string | null => table[name].value

/** An empty command line: what a start from a menu has. */
export const plainStart: CommandLine = {
  prints: null,
  workspace: null,
  userDataFolder: null,
  language: null,
  hidden: false,
  sample: false,
  link: { kind: 'none' },
  problems: [],
}

/** Longer than any address or folder that people have. */
const longestValue = 2_000

/**
 * Reads a command line: options, `--` after which there are none, and a deep link, which is how the operating system hands one over
 * on Windows and Linux. Whoever made the link may have made what comes after it as well, so that nothing there counts.
 *
 * @param args The arguments without the program's own path. The last one of an option that is given twice counts.
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const linkAt = args.findIndex((argument) => /^parley:/i.test(argument))
  const endOfOptions = args.indexOf('--')
  const ends = [linkAt, endOfOptions].filter((index) => index !== -1)
  const link = args[linkAt]
  return args.slice(0, Math.min(args.length, ...ends)).reduce(withArgument, {
    ...plainStart,
    link: link === undefined ? plainStart.link : readLink(link),
  })
}

function withArgument(line: CommandLine, argument: string): CommandLine {
  const [, name = '', value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument) ?? []
  if (!isOption(name)) return line
  const reading = readOption(table[name], value)
  return typeof reading === 'string' ? { ...line, problems: [...line.problems, { option: name, problem: reading }] } : { ...line, ...reading }
}

function readOption(option: Option, value: string | undefined): Partial<CommandLine> | CommandLineProblem['problem'] {
  if (option.value === null) return value === undefined ? (option.read('') ?? 'value-wrong') : 'value-unwanted'
  if (value === undefined || value.trim() === '') return 'value-missing'
  // No address, folder or language has control characters, and a terminal must not get to print them.
  if (value.length > longestValue || /\p{Cc}/u.test(value)) return 'value-wrong'
  return option.read(value) ?? 'value-wrong'
}

function readLanguage(tag: string): Reading {
  const language = findLanguage([tag])
  return language === null ? null : { language }
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(table, name)
}

import { commands } from './maintenance/command-names'
import { environmentNames, onCommandLine, type OptionName } from './options'

/** What stands for a value, and what the option says. */
const options: Readonly<Record<OptionName, readonly [value: string, what: string]>> = {
  data: ['DIR', 'folder of database and key; needed'],
  'public-address': ['URL', 'where people reach it, such as https://meet.example.com'],
  host: ['ADDRESS', 'where it listens; 127.0.0.1 if left out'],
  port: ['NUMBER', 'any free port if left out'],
  'trusted-proxies': ['LIST', 'your proxies: addresses and networks, between commas'],
  database: ['URL', 'a PostgreSQL in place of the SQLite in the folder'],
  secret: ['TEXT', '32 random characters or more; needed with a PostgreSQL'],
  'mail-server': ['URL', 'your SMTP server, smtps://name:password@mail.example.com'],
  'mail-from': ['SENDER', 'needed together with the mail server'],
  grace: ['SECONDS', 'what requests under way may take when it stops; 10 if left out'],
  'log-level': ['LEVEL', 'debug, info, warn, error or silent; info if left out'],
  'metrics-port': ['NUMBER', 'a port of its own for /metrics'],
  'metrics-token': ['TEXT', 'what Prometheus shows as its bearer token'],
  console: ['DIR', "the console's built pages, where they are not beside the program"],
  sample: ['', 'fills an empty workspace with a sample company'],
}

const whatCommandsDo: Readonly<Record<(typeof commands)[number], readonly [form: string, what: string]>> = {
  licence: ['licence [NAME] [--product=…] [--seats=…] [--ends=…]', 'lists the licences, adds one or changes one'],
  backup: ['backup FILE', 'writes everything into one file, also while it runs'],
  restore: ['restore FILE', 'fills an empty folder, or an empty PostgreSQL'],
  check: ['check [FILE]', 'looks for what is wrong; status 1 where something is'],
  move: ['move', 'from the SQLite in the folder to the PostgreSQL'],
}

/** What `--help` prints. */
export function helpText(): string {
  const names = Object.keys(options).filter((name): name is OptionName => name in options)
  const optionRows = names.map((name) => {
    const [value, what] = options[name]
    const typed = name in onCommandLine ? (value === '' ? `--${name}` : `--${name}=${value}`) : ''
    return [typed, new Map<string, string>(Object.entries(environmentNames)).get(name) ?? '', what]
  })
  const commandRows = commands.map((command) => [...whatCommandsDo[command]])
  return [
    'A workspace for a company: API, sign-in and Management Console on one port.',
    '',
    'npm run workspace -- [--option=value]…    runs it',
    'npm run workspace -- COMMAND …            does something beside it',
    '',
    'Commands, which read --data=DIR and the environment as well:',
    ...inColumns(commandRows),
    '',
    "Options, and their names in the environment; the command line comes first:",
    ...inColumns(optionRows),
    '',
    'docs/self-hosting.md has the whole of it.',
    '',
  ].join('\n')
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length))
  return rows.map((row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(width(column)))).join('  ')}`)
}

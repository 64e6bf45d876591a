/**
 * What Parley is called by Linux' desktops: its windows, its entry and what it asks the portals for belong together by it (Desktop Entry
 * Specification, "File naming"). Electron takes it from `desktopName` in package.json.
 */
export const desktopId = 'app.parley.Parley'

/** What starts Parley: a program and its arguments, without those of this start. */
export type StartCommand = readonly [program: string, ...parameters: string[]]

/** An argument of `Exec`, which is quoted, and then escaped as every text of the file is (Desktop Entry Specification, "The Exec key"). */
export function quotedArgument(argument: string): string {
  const inQuotes = `"${argument.replaceAll(/[\\"`$]/g, (sign) => `\\${sign}`).replaceAll('%', '%%')}"`
  return inQuotes.replaceAll('\\', '\\\\')
}

/** An argument that is quoted only where it has to be: `xdg-open` without a desktop's help reads no quotes. */
function plainArgument(argument: string): string {
  return /^[\w./:=@+,-]+$/.test(argument) ? argument : quotedArgument(argument)
}

/**
 * An entry that starts Parley (Desktop Entry Specification). Desktops leave out one whose program is gone.
 *
 * @param exec What stands in `Exec`.
 * @param icon The name of its picture: `parley` where a package has installed one, else the id, which no other program has.
 * @param more Lines of its own.
 */
export function desktopEntry([program]: StartCommand, exec: string, icon: string, more: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Parley',
    `Exec=${exec}`,
    // A text, without quotes.
    `TryExec=${program.replaceAll('\\', '\\\\')}`,
    `Icon=${icon}`,
    'Terminal=false',
    ...more,
  ]
  return `${lines.join('\n')}\n`
}

/** The entry that makes a program what opens `parley:` links. */
export function linkEntry(command: StartCommand): string {
  const exec = [...command.map(plainArgument), '%u'].join(' ')
  return desktopEntry(command, exec, desktopId, [`StartupWMClass=${desktopId}`, 'Categories=Network;', 'MimeType=x-scheme-handler/parley;'])
}

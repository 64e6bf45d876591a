import { app, dialog } from 'electron'
import { matchLanguage, type Language } from '../../contract/languages'
import type { CommandLine } from './command-line'
import { folderRefused, helpText, profileRefused } from './help-text'
import { canBeLocked } from './data-folder'

const languageOf = (line: CommandLine): Language => line.language ?? matchLanguage(app.getPreferredSystemLanguages())

/** Prints what a command line asks for in place of a start, and ends. Nothing else of Parley has begun. */
export function printAndEnd(line: CommandLine): void {
  const text = line.prints === 'version' ? `${app.name} ${app.getVersion()}` : helpText(languageOf(line))
  // A pipe may take a moment: what is left in it when the process ends is lost.
  process.stdout.write(`${text}\n`, () => app.exit(0))
}

/**
 * Says why the profile's folder can't be used, and ends with the status of a wrong command line: on standard error, and where a
 * program with windows has no terminal, in a dialog.
 */
export function refuseFolder(line: CommandLine): void {
  const words = folderRefused(languageOf(line), line.userDataFolder ?? '')
  if (process.platform !== 'linux') dialog.showErrorBox(app.name, words)
  process.stderr.write(`${words}\n`, () => app.exit(2))
}

/**
 * Ends a start that did not get its profile for itself. Nearly always Parley runs there already, and has been handed the command line; where
 * it is the folder that lets nobody in, the person is told, since a start that shows nothing can't be told from a broken program.
 */
export async function endStart(line: CommandLine): Promise<void> {
  const folder = app.getPath('userData')
  if (canBeLocked(folder)) return app.quit()
  const words = profileRefused(languageOf(line), folder)
  process.stderr.write(`${words}\n`)
  // Before that, Linux shows no dialog.
  await app.whenReady()
  dialog.showErrorBox(app.name, words)
  app.exit(1)
}

/** What the program only prints, without a window. */
const prints = ['--help', '--version']

/**
 * What whoever starts Parley from a terminal is told; null where it opens nothing.
 *
 * @param {readonly string[]} args Parley's own arguments
 * @param {string | null} display the name of a virtual display; null where there is a real one
 * @param {string} platform as in `process.platform`
 */
export function startWords(args, display, platform) {
  if (args.some((argument) => prints.includes(argument))) return null
  if (display !== null) return `There is no display here; Parley opens on a virtual one (${display}). Ctrl-C ends it.`
  // On macOS a program goes on without its window.
  return `Parley opens. ${platform === 'darwin' ? 'Quit it' : 'Close its window'}, or press Ctrl-C here, to end it.`
}

/**
 * What is said when it ended without being asked to; null where all went well.
 *
 * @param {number | null} code its exit status
 * @param {string | null} signal what ended it in place of one
 */
export function endWords(code, signal) {
  if (code === 0) return null
  return code === null ? `Parley was ended by ${signal}.` : `Parley ended with status ${code}.`
}

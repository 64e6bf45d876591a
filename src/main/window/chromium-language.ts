import { app } from 'electron'
import type { Language } from '../../contract/languages'

/**
 * Sets the language of what Chromium draws by itself, such as fields of dates and times. To be called before Electron is ready.
 *
 * On Linux, the variable LANGUAGE comes before Chromium's own switch (GNU gettext manual, "The LANGUAGE variable"). It is
 * changed for so long as Electron looks at it: programs that Parley starts later speak the person's own.
 */
export function speakInChromium(language: Language): void {
  app.commandLine.appendSwitch('lang', language)
  const own = process.env['LANGUAGE']
  if (process.platform !== 'linux' || own === undefined) return
  process.env['LANGUAGE'] = language
  app.once('ready', () => {
    process.env['LANGUAGE'] = own
  })
}

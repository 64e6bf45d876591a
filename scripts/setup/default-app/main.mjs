// What `electron FOLDER` runs: takes the app's folder from the arguments and becomes that app.
// The fall-back distribution of Electron comes without such a default app.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
try {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(about.productName ?? about.name)
  if (about.version) app.setVersion(about.version)
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.name))
  // Awaited at the top level: Electron becomes ready only after the app's main has been evaluated.
  await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  app.exit(1)
}

// The measure of all: what one window of Electron costs before a program does anything.
import { app, BrowserWindow } from 'electron'
import { fileURLToPath } from 'node:url'

const page = fileURLToPath(new URL('index.html', import.meta.url))
void app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800 }).loadFile(page))
app.on('window-all-closed', () => app.quit())

import type { Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop } from './desktop'
import { repository } from './modules'
import type { Parley } from './parley'

/** A page that asks main for things without being the client's own. */
export interface Asker {
  /** What main, or the bridge in between, says to a request. */
  ask: (channel: string, payload?: unknown) => Promise<unknown>
}

// Sends what it is told to any channel, as a page could that has broken out of the bridge.
const rawPreload = `const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('raw', (channel, payload) => ipcRenderer.invoke(channel, payload))
`

/** Writes a preload script that passes everything on, for windows that the test opens. */
export async function writeRawPreload(desktop: Desktop): Promise<string> {
  const path = join(desktop.folder, 'raw-preload.cjs')
  await writeFile(path, rawPreload)
  return path
}

/** Path of the client's own preload script. */
export const ownPreload = join(repository, 'out/preload/preload.cjs')

interface WindowOptions {
  preload: string
  address: string
  /** Runs the preload script in frames too. */
  inFrames?: boolean
}

/** Opens a window beside the client's, which only code in main can do. */
export async function openWindow(parley: Parley, options: WindowOptions): Promise<Page> {
  const opening = parley.electron.waitForEvent('window')
  await parley.electron.evaluate(
    async ({ BrowserWindow }, { preload, address, inFrames }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: inFrames ?? false },
      })
      // The client's policy lets no frame load anything: this stands for a hole in it.
      if (inFrames === true) window.webContents.removeAllListeners('will-frame-navigate')
      await window.loadURL(address)
    },
    options,
  )
  return opening
}

/** Asks through the client's own bridge. */
export function askThroughBridge(page: Page): Asker {
  return {
    ask: (channel, payload) =>
      page.evaluate(
        ([name, value]) => {
          const bridge: unknown = Reflect.get(window, 'parley')
          const invoke: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'invoke') : null
          if (typeof invoke !== 'function') return Promise.resolve('no bridge')
          const answer: unknown = Reflect.apply(invoke, bridge, [name, value])
          return Promise.resolve(answer).catch((error: unknown) => String(error))
        },
        [channel, payload] as const,
      ),
  }
}

/** Asks without the bridge, from the page's first frame or one inside it. */
export function askRaw(page: Page, frame = page.mainFrame()): Asker {
  return {
    ask: (channel, payload) =>
      frame.evaluate(
        ([name, value]) => {
          const invoke: unknown = Reflect.get(window, 'raw')
          if (typeof invoke !== 'function') return Promise.resolve('no bridge')
          const answer: unknown = Reflect.apply(invoke, window, [name, value])
          return Promise.resolve(answer).catch((error: unknown) => String(error))
        },
        [channel, payload] as const,
      ),
  }
}

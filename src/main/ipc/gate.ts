import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { requestNames, type RequestName } from '../../contract/channel-names'
import type { Envelope } from './envelope'

/** Answers one message of a page; see `answerRequests`. */
export type Answer = (name: RequestName, event: IpcMainInvokeEvent, payload: unknown) => Promise<Envelope>

/**
 * Opens every channel of the contract, and no other: the only place that listens to `ipcMain`. A message that comes
 * before main is ready waits for it, so that the page can load while main does.
 *
 * @param answer What checks and answers the messages, once it is loaded.
 */
export function openChannels(answer: Promise<Answer>): void {
  for (const name of requestNames) {
    ipcMain.handle(name, async (event, payload: unknown) => (await answer)(name, event, payload))
  }
}

/**
 * Closes the channel that electron-store opens for stores in pages: Parley has none there, and every channel that
 * is open must be in the contract.
 */
export function closeLibraryChannels(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}

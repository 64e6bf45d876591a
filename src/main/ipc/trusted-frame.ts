import { appOrigin } from '../window/app-origin'

/** The parts of Electron's `WebFrameMain` that the check reads. */
export interface SenderFrame {
  readonly origin: string
  readonly parent: object | null
}

/**
 * Tells whether a message comes from the client's own page (Electron security checklist, item 17).
 *
 * @param frame The sender's frame, or null when it is gone already.
 * @param webContentsId The sender's web contents.
 * @param mainWindowContentsId The main window's web contents, or null while there is none.
 * @returns True for the top frame of the main window, and only while it shows `app://parley`.
 */
export function isTrustedFrame(
  frame: SenderFrame | null,
  webContentsId: number,
  mainWindowContentsId: number | null,
): boolean {
  return (
    frame !== null && frame.parent === null && frame.origin === appOrigin && webContentsId === mainWindowContentsId
  )
}

import { WebContentsView, type Session } from 'electron'
import { z } from 'zod'
import { clientAuthFailed } from './session-fetch'

/** What came of a visit: the server answered, took no certificate that it was shown, or something else was in the way. */
export type Visit = 'answered' | 'refused' | 'failed'

const failureSchema = z.looseObject({ code: z.string() })
/** What Chromium says of an answer that was not let in. */
const stopped = 'ERR_BLOCKED_BY_CLIENT'

/**
 * Calls at a server the way a page does, so that Chromium asks which certificate to show, which it does not for requests of Electron's
 * `net` before version 45. What was shown is kept for the session and goes with its later requests. The server's answer is stopped at its
 * headers; nothing of it is ever shown, run or kept.
 *
 * @param patience In milliseconds, the person's time to choose included.
 */
export async function visitForCertificate(session: Session, address: string, patience: number): Promise<Visit> {
  const view = new WebContentsView({ webPreferences: { session, sandbox: true, contextIsolation: true, javascript: false, images: false } })
  // No page of these sessions is at an address of a server, but for this one.
  session.webRequest.onHeadersReceived({ urls: ['https://*/*'], types: ['mainFrame'] }, (_details, callback) => callback({ cancel: true }))
  try {
    return await new Promise<Visit>((resolve) => {
      setTimeout(() => resolve('failed'), patience).unref()
      view.webContents.loadURL(address).then(
        () => resolve('failed'),
        (error: unknown) => resolve(outcomeOf(error)),
      )
    })
  } finally {
    view.webContents.close()
  }
}

function outcomeOf(failure: unknown): Visit {
  const code = failureSchema.safeParse(failure).data?.code ?? ''
  if (code === stopped) return 'answered'
  return clientAuthFailed.test(code) ? 'refused' : 'failed'
}

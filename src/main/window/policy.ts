import type { App, Session, WebContents } from 'electron'
import { appOrigin } from './app-origin'

/** True for an address of the client's one page, whatever its fragment. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const isOwn = `${url.protocol}//${url.host}` === appOrigin && url.username === '' && url.password === ''
  return isOwn && url.pathname === '/' && url.search === ''
}

/**
 * Applies to every web contents that is ever made: no navigation away, no new windows, no embedded web views
 * (Electron security checklist, items 12 to 14).
 */
export function confineWebContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Denies every permission, asked for or checked, and every device and download, until a feature needs one. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => event.preventDefault())
}

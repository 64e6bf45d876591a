import { readUrl } from '../../contract/read-url'
import type { App, Session, WebContents } from 'electron'
import { appOrigin } from './app-origin'

/** True for an address of the client's one page, whatever its fragment. */
export function isAppAddress(address: string): boolean {
  const url = readUrl(address)
  if (url === null) return false
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

/** What a page asks for, as Electron tells of it. */
interface PermissionAsked {
  permission: string
  /** Address or origin of the frame that asks. */
  origin: string
  isMainFrame: boolean
}

/**
 * Decides on a permission: the client's own page, itself and no frame inside it, may use camera and microphone, and
 * choose where sound comes out. Nothing else is ever given.
 */
export function mayUse({ permission, origin, isMainFrame }: PermissionAsked): boolean {
  if (permission !== 'media' && permission !== 'speaker-selection') return false
  return isMainFrame && (origin === appOrigin || isAppAddress(origin))
}

/** Asks the operating system, where it decides itself, whether Parley may use a camera or a microphone. */
type AskSystem = (device: 'camera' | 'microphone') => Promise<boolean>

/**
 * Denies every permission but those of `mayUse`, asked for or checked, and every device and download.
 *
 * @param askSystem Asked before a device is used for the first time; it shows the system's own prompt.
 */
export function limitPermissions(session: Session, askSystem: AskSystem): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const isAllowed = mayUse({ permission, origin: details.requestingUrl, isMainFrame: details.isMainFrame })
    if (!isAllowed || (permission === 'media' && wanted.length === 0)) return callback(false)
    Promise.all(wanted.map((type) => askSystem(type === 'video' ? 'camera' : 'microphone'))).then(
      (answers) => callback(answers.every((answer) => answer)),
      () => callback(false),
    )
  })
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) => mayUse({ permission, origin, isMainFrame }))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => event.preventDefault())
}

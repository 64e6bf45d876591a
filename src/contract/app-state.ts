import { z } from 'zod'
import { accountsSchema, signInStartSchema } from './accounts'
import { languages } from './languages'
import { networkStateSchema } from './network'
import { policyStateSchema } from './policy'
import { keychainStateSchema, sessionSchema } from './session'
import { settingsSchema } from './settings'
import { updatesStateSchema } from './updates'

/** The embedded workspace's process, as main watches it. */
const workspaceStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('stopped') }),
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({ state: z.literal('ready'), address: z.url() }),
  /** It died and is started again; `attempt` counts from 1. */
  z.strictObject({ state: z.literal('restarting'), attempt: z.int().positive() }),
  /** It died too often; the person can ask for another try. */
  z.strictObject({ state: z.literal('failed') }),
])
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>

/** Something that people should know and may put away. */
const noticeSchema = z.discriminatedUnion('kind', [
  /** The settings file was damaged: it was set aside under this name, and defaults are used. */
  z.strictObject({ kind: z.literal('settings-set-aside'), fileName: z.string() }),
  /** Parley's own folder takes no files: its disk is full, or it may not be written to. */
  z.strictObject({ kind: z.literal('folder-refuses'), folder: z.string(), isFull: z.boolean() }),
  /** A deep link that Parley doesn't know was followed. */
  z.strictObject({ kind: z.literal('unknown-link') }),
  /** Options of the command line that could not be followed. */
  z.strictObject({ kind: z.literal('command-line'), options: z.array(z.string()) }),
  /** The workspace of the command line could not be shown. */
  z.strictObject({ kind: z.literal('workspace-not-shown'), problem: signInStartSchema.exclude(['started', 'no-client-id']) }),
  /** An account was removed, but the keychain did not give its entry up. */
  z.strictObject({ kind: z.literal('keychain-kept') }),
  /** An account was signed out, but its workspace, of this host, did not confirm that its session there has ended. */
  z.strictObject({ kind: z.literal('session-goes-on'), host: z.string().nullable() }),
  /** There is a newer release of Parley; or it is here, and a restart installs it. */
  z.strictObject({ kind: z.literal('update'), version: z.string(), isReady: z.boolean() }),
])
export type Notice = z.infer<typeof noticeSchema>
export const noticeKindSchema = z.enum(noticeSchema.options.map(({ shape }) => shape.kind.value))

/** Where Parley can stay without a window: an icon in the system's tray, macOS' Dock, or nowhere. `unknown` until it was looked for. */
const hidingPlaceSchema = z.enum(['unknown', 'tray', 'dock', 'nowhere'])
export type HidingPlace = z.infer<typeof hidingPlaceSchema>

/** All that main tells the page. It is small, so it always goes as a whole: no part can be older than another. */
export const appStateSchema = z.strictObject({
  /** What applies: the person's choices, with the policy's decisions in them. */
  settings: settingsSchema,
  policy: policyStateSchema,
  /** The language to show, with `system` already resolved. */
  language: z.enum(languages),
  session: sessionSchema,
  accounts: accountsSchema,
  keychain: keychainStateSchema,
  workspace: workspaceStatusSchema,
  hidingPlace: hidingPlaceSchema,
  /** Whether the window is small now, and above all others. */
  isMini: z.boolean(),
  network: networkStateSchema,
  updates: updatesStateSchema,
  /** Whether this start draws with the graphics card. The setting may say otherwise by now. */
  hardwareAcceleration: z.boolean(),
  /** BCP 47 tag by which dates and times are written in the language that is shown. */
  region: z.string(),
  notices: z.array(noticeSchema),
})
export type AppState = z.infer<typeof appStateSchema>

/** What About shows. */
export const appInfoSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  system: z.string(),
  /** Folder of settings, logs and the embedded workspace's data. */
  dataFolder: z.string(),
})
export type AppInfo = z.infer<typeof appInfoSchema>

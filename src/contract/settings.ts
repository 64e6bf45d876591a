import { z } from 'zod'
import { languages } from './languages'
import { proxyAddressPattern, proxyScriptPattern } from './proxy-address'
import { defaultShortcuts, shortcutsSchema } from './shortcuts'

/** How Parley starts and stays. */
const generalSchema = z.strictObject({
  /** Start with the computer, without a window. */
  startAtLogin: z.boolean(),
  /** What closing the window does; where there is no place to hide in, it quits. On macOS the Dock is such a place always. */
  onClose: z.enum(['quit', 'hide']),
  /** Mark misspelt words. Off until it is chosen: outside macOS, Chromium fetches its dictionaries from a server of Google. */
  spellCheck: z.boolean(),
  /** Newer releases of Parley: fetched and installed at the next restart, only told of, or not even looked for. */
  updates: z.enum(['automatic', 'tell', 'never']),
})

/** How Parley looks, beside the theme. */
const appearanceSchema = z.strictObject({
  /** More contrast than the theme has, or `system` to follow the operating system. */
  contrast: z.enum(['system', 'more']),
  /** No movement on the screen, or `system` to follow the operating system. */
  motion: z.enum(['system', 'reduced']),
  /** Size of everything, in percent. */
  zoom: z.int().min(50).max(200),
})

/** What most people never need. */
const advancedSchema = z.strictObject({
  /** Draw with the graphics card. It is read before anything is drawn: a change applies with the next start. */
  hardwareAcceleration: z.boolean(),
  /** Where crash reports are sent; empty for nowhere. It counts only in a policy: reports may hold what was in Parley's memory. */
  crashReportsTo: z.union([z.literal(''), z.url().max(1_000).regex(/^https:\/\/[^\s@#]+$/)]),
})

/** A time of day on the computer's clock: `07:30`. */
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What Parley tells of while one does something else. */
const notificationsSchema = z.strictObject({
  /** A meeting starts in a few minutes. */
  meetingSoon: z.boolean(),
  /** Somebody has invited one to a meeting. */
  invitation: z.boolean(),
  /** The number of new invitations on Parley's icon. */
  badge: z.boolean(),
  /** Nothing is shown from `quietFrom` until `quietUntil`, every day. */
  quietHours: z.boolean(),
  quietFrom: timeOfDaySchema,
  quietUntil: timeOfDaySchema,
  /** Nothing is shown before this moment, in milliseconds since the epoch; null while nobody asked for that. */
  pausedUntil: z.int().nullable(),
})

/** How an account's meetings are shown and made. */
const meetingsSchema = z.strictObject({
  /** How Meetings opens. */
  view: z.enum(['list', 'week']),
  /** Length of a new meeting, in minutes. */
  minutes: z.int().min(5).max(600),
})

/** A camera, microphone or loudspeaker that was chosen. A device that is plugged in elsewhere gets another id, and is known by its name. */
const chosenDeviceSchema = z.strictObject({ id: z.string().min(1).max(200), label: z.string().max(200) })
export type ChosenDevice = z.infer<typeof chosenDeviceSchema>

/** The devices for meetings; null follows the operating system. */
const devicesSchema = z.strictObject({
  camera: chosenDeviceSchema.nullable(),
  microphone: chosenDeviceSchema.nullable(),
  speaker: chosenDeviceSchema.nullable(),
})
export type DeviceKind = keyof z.infer<typeof devicesSchema>

/** How Parley reaches servers. What a proxy wants to be told of the person is in the keychain. */
const networkSchema = z.strictObject({
  /** The system's proxy, none at all, the one named here, or what a PAC script says. */
  proxy: z.enum(['system', 'none', 'manual', 'script']),
  /** For `manual`: such as `proxy.example.com:8080` or `socks5://proxy.example.com:1080`. */
  proxyAddress: z.string().trim().max(300).regex(proxyAddressPattern),
  /** For `manual`: hosts that are reached directly, separated by commas. */
  proxyExceptions: z.string().trim().max(2_000),
  /** For `script`: address of the PAC file. */
  proxyScript: z.string().trim().max(1_000).regex(proxyScriptPattern),
  /** Certificates (PEM) of authorities that Parley trusts besides the system's. */
  authorities: z.array(z.string().max(20_000)).max(50),
})

/** The company's own registration of an app at TeamViewer; its secret, where it has one, is in the keychain. */
const teamviewerSchema = z.strictObject({
  /** OAuth client id; empty for none. */
  clientId: z.string().trim().max(200),
  /** Port of the redirect address in that registration, `http://127.0.0.1:PORT/signed-in`; 0 for any. */
  redirectPort: z.int().min(0).max(65_535),
})

/** What a person may choose. Held by main in a file; see `src/main/settings`. */
export const settingsSchema = z.strictObject({
  /** A language, or `system` to follow the operating system's. */
  language: z.enum(['system', ...languages]),
  /** A colour scheme, or `system` to follow the operating system's. */
  theme: z.enum(['system', 'light', 'dark']),
  general: generalSchema,
  devices: devicesSchema,
  notifications: notificationsSchema,
  meetings: meetingsSchema,
  shortcuts: shortcutsSchema,
  appearance: appearanceSchema,
  network: networkSchema,
  advanced: advancedSchema,
  teamviewer: teamviewerSchema,
})

export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  general: { startAtLogin: false, onClose: 'quit', spellCheck: false, updates: 'automatic' },
  devices: { camera: null, microphone: null, speaker: null },
  notifications: {
    meetingSoon: true,
    invitation: true,
    badge: true,
    quietHours: false,
    quietFrom: '22:00',
    quietUntil: '07:00',
    pausedUntil: null,
  },
  meetings: { view: 'list', minutes: 60 },
  shortcuts: defaultShortcuts,
  appearance: { contrast: 'system', motion: 'system', zoom: 100 },
  network: { proxy: 'system', proxyAddress: '', proxyExceptions: '', proxyScript: '', authorities: [] },
  advanced: { hardwareAcceleration: true, crashReportsTo: '' },
  teamviewer: { clientId: '', redirectPort: 0 },
}

/** A change to some of the settings; of a group, too, only what changes. */
export const settingsChangeSchema = settingsSchema
  .extend({
    general: generalSchema.partial(),
    devices: devicesSchema.partial(),
    notifications: notificationsSchema.partial(),
    meetings: meetingsSchema.partial(),
    shortcuts: shortcutsSchema.partial(),
    appearance: appearanceSchema.partial(),
    // Whom Parley trusts is no page's to say: main asks the person for a file.
    network: networkSchema.omit({ authorities: true }).partial(),
    advanced: advancedSchema.omit({ crashReportsTo: true }).partial(),
    teamviewer: teamviewerSchema.partial(),
  })
  .partial()

export type SettingsChange = z.infer<typeof settingsChangeSchema>

/** What each account has of its own. All else is the computer's: how it looks, what is plugged in, how it reaches servers, when it is quiet. */
export const accountSettingsSchema = z.strictObject({
  notifications: notificationsSchema.pick({ meetingSoon: true, invitation: true, badge: true }).partial().optional(),
  meetings: meetingsSchema.partial().optional(),
})
export type AccountSettings = z.infer<typeof accountSettingsSchema>

/** The sizes that one step of zooming leads to, in percent. */
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const

/** The next larger (1) or smaller (-1) size; the same at the end of the steps. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom)
  return next ?? zoom
}

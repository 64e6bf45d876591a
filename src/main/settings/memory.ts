import { z } from 'zod'
import { accountSchema } from '../../contract/session'
import { settingsSchema } from '../../contract/settings'
import { rememberedAccountSchema } from '../accounts/remembered'
import { companyFiguresSchema } from '../../contract/user-management'
import type { Rectangle, WindowPlace } from '../window/bounds'
import { loadStore } from './load-store'
import { valueFile, type ValueFile } from './store'

const boundsSchema: z.ZodType<Rectangle> = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
const windowPlaceSchema: z.ZodType<WindowPlace> = z.object({
  bounds: boundsSchema,
  maximized: z.boolean(),
})

/** What Parley remembers between runs without being asked; nothing in it is secret. */
const memorySchema = z.object({
  /** Where the window was left last, and with each arrangement of the screens. */
  window: windowPlaceSchema.nullable(),
  windows: z.record(z.string(), windowPlaceSchema),
  /** Where it was left while it was small, with each arrangement of the screens. */
  miniWindows: z.record(z.string(), boundsSchema),
  /** Port of the embedded workspace's last run, so that its address stays the same. */
  workspacePort: z.int().min(1).max(65535).nullable(),
  /** The accounts that are signed in side by side; their tokens are in the keychain. */
  accounts: z.array(rememberedAccountSchema),
  /** Key of the one that is shown. */
  current: z.string().nullable(),
  /** Who was signed in, written by versions with a single account; taken over, see `rememberedAccounts`. */
  account: accountSchema.nullable(),
  /** The last known figures of the company, by the account's key. */
  figures: z.record(z.string(), companyFiguresSchema),
  /** Whom the workspace gave the list that not every account has, by the account's key. */
  answeredLists: z.array(z.string()),
  /** Whether the person was told that Parley goes on without its window. */
  toldOfHiding: z.boolean(),
  /** Which certificate of the person's each server gets to see, by its fingerprint. */
  certificates: z.record(z.string(), z.string()),
  /** What the policy says of hardware acceleration, for the next start: it is wanted before a policy can be read. */
  managedAcceleration: z.boolean().nullable(),
  /** The language that the policy decides, as of the last start; null where it decides none. */
  managedLanguage: settingsSchema.shape.language.nullable(),
  /** Where the policy has crash reports sent, as of the last start; null for nowhere. */
  managedCrashReportsTo: z.string().nullable(),
  /** Which starts of meetings were told of, so that none is twice; see `reminders.ts`. */
  toldReminders: z.array(z.string()),
})

type Memory = z.infer<typeof memorySchema>

/** `memory.json`. */
export type MemoryFile = ValueFile<Memory>

/**
 * Opens the memory; see `openSettings`. Nothing of it is worth stopping for: on a full disk, it holds until Parley ends.
 *
 * @param onRefused Hears of a disk that refuses.
 */
export function openMemory(folder: string, now: () => Date, onRefused: (error: unknown) => void): MemoryFile {
  return valueFile({
    folder,
    name: 'memory',
    schema: memorySchema,
    defaults: {
      window: null,
      windows: {},
      miniWindows: {},
      workspacePort: null,
      accounts: [],
      current: null,
      account: null,
      figures: {},
      answeredLists: [],
      toldOfHiding: false,
      certificates: {},
      managedAcceleration: null,
      managedLanguage: null,
      managedCrashReportsTo: null,
      toldReminders: [],
    },
    now,
    onRefused,
    loadStore,
  })
}

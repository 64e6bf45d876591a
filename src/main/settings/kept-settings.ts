import { z } from 'zod'
import { accountSettingsSchema, defaultSettings, settingsSchema } from '../../contract/settings'

/**
 * What is in the file: the settings for all accounts, and what each has of its own, by its name. A file from before accounts had any
 * holds for all of them, until something is chosen for one.
 */
export const keptSettingsSchema = settingsSchema.extend({ accounts: z.record(z.string(), accountSettingsSchema) })
export type KeptSettings = z.infer<typeof keptSettingsSchema>

export const defaultKeptSettings: KeptSettings = { ...defaultSettings, accounts: {} }

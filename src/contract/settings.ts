import { z } from 'zod'
import { languages } from './languages'

/** What a person may choose. Held by main in a file; see `src/main/settings`. */
export const settingsSchema = z.strictObject({
  /** A language, or `system` to follow the operating system's. */
  language: z.enum(['system', ...languages]),
  /** A colour scheme, or `system` to follow the operating system's. */
  theme: z.enum(['system', 'light', 'dark']),
})

export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = { language: 'system', theme: 'system' }

/** A change to some of the settings. */
export const settingsChangeSchema = settingsSchema.partial()

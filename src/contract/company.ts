import { z } from 'zod'
import { languages } from './languages'

/** How long a company can be kept after somebody asked for its deletion, days. */
export const daysToKeep = 7

/** `GET /company`: for administrators. */
export const companySettingsSchema = z.strictObject({
  name: z.string(),
  /** BCP 47: what people are invited and imported with unless something else is chosen. */
  language: z.string(),
  /** Names the picture's content, so that its address changes with it; null for none. */
  picture: z.string().nullable(),
  /** When it is deleted, milliseconds since the epoch; null for not at all. */
  deletesAt: z.int().nullable(),
})
export type CompanySettings = z.infer<typeof companySettingsSchema>

/** `PUT /company`: answers as `GET`. */
export const changeCompanySchema = z.strictObject({
  name: z.string().trim().min(2).max(100).optional(),
  language: z.enum(languages).optional(),
})
export type ChangeCompany = z.infer<typeof changeCompanySchema>

// `PUT /company/picture` takes a PNG file, `DELETE` removes it; both answer as `GET /company`. `GET /company/picture` is
// for everybody of the company.

/**
 * `POST /company/deletion`: the company's name, typed, or `invalid`. It is deleted `daysToKeep` days later, unless it is
 * kept by `DELETE /company/deletion`. Both answer as `GET /company`.
 */
export const deleteCompanySchema = z.strictObject({ name: z.string().trim().max(200) })

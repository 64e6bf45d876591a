import { z } from 'zod'
import { jobSchema } from './bulk-jobs'

/** Users from a CSV file: it is uploaded, its columns are mapped, every row is checked, and then it is imported. */

/** What a column can hold. The first two are needed. */
export const importFields = ['email', 'name', 'role', 'language', 'licence'] as const
export type ImportField = (typeof importFields)[number]

/** Bytes of a file, and rows below its head. */
export const largestImport = 32 * 1024 * 1024
export const mostImportRows = 200_000

export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const

const columnSchema = z.int().nonnegative().max(200)

/** Which column holds what, counted from 0; null for a field that the file does not have. */
const importMappingSchema = z.strictObject({
  email: columnSchema,
  name: columnSchema,
  role: columnSchema.nullable(),
  language: columnSchema.nullable(),
  licence: columnSchema.nullable(),
})

/** What was uploaded, as far as it was understood. */
export const importFileSchema = z.strictObject({
  name: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  encoding: z.enum(encodings),
  delimiter: z.enum([',', ';', '\t']),
  /** The words of the file's first row. */
  columns: z.array(z.string()),
  /** The first rows below it. */
  examples: z.array(z.array(z.string())),
})
export type ImportFile = z.infer<typeof importFileSchema>

/** `POST /imports?name=…` with the file as its body, and `GET /imports/{id}`. */
export const importSchema = z.strictObject({
  job: jobSchema,
  file: importFileSchema,
  /** As it was checked with, or a guess from the words of the first row, where null is no guess. */
  mapping: z.strictObject({
    email: columnSchema.nullable(),
    name: columnSchema.nullable(),
    role: columnSchema.nullable(),
    language: columnSchema.nullable(),
    licence: columnSchema.nullable(),
  }),
})
export type Import = z.infer<typeof importSchema>

/** `POST /imports/{id}/check`: reads every row; the job is `ready` afterwards, with those that would be refused. */
export const checkImportSchema = z.strictObject({
  mapping: importMappingSchema,
  /** For rows that name none. BCP 47. */
  language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/).max(35),
})
export type CheckImport = z.infer<typeof checkImportSchema>

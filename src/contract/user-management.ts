import { z } from 'zod'
import { licenceSchema } from './licence'
import { roleSchema } from './session'
import { workspaceProblemSchema } from './workspace'

/** An administrator whom a member can write to. */
export const administratorSchema = z.strictObject({ name: z.string(), email: z.string() })

/** The company's figures, as the panel shows them. */
export const companyFiguresSchema = z.strictObject({
  companyName: z.string(),
  /** Null where the workspace does not tell. */
  role: roleSchema.nullable(),
  licences: z.array(licenceSchema),
  administrators: z.array(administratorSchema),
  /** When the workspace gave these figures, milliseconds since the epoch. */
  fetchedAt: z.int(),
})
export type CompanyFigures = z.infer<typeof companyFiguresSchema>

/** Where the hand-off leads, for people to read. Made by main from the workspace's own configuration. */
const consoleTargetSchema = z.strictObject({
  /** Host, with its port where it is not the scheme's own: `login.teamviewer.com`. */
  host: z.string(),
  email: z.string(),
})

/** Everything that the User management panel shows, and whether the console may be opened. */
export const userManagementSchema = z.discriminatedUnion('state', [
  /** Administrator or user manager with a licence that includes it. */
  z.strictObject({
    state: z.literal('allowed'),
    figures: companyFiguresSchema,
    /** Why these are the last known figures; null for new ones. */
    problem: workspaceProblemSchema.nullable(),
    target: consoleTargetSchema,
  }),
  z.strictObject({ state: z.literal('member'), figures: companyFiguresSchema, problem: workspaceProblemSchema.nullable() }),
  z.strictObject({ state: z.literal('no-licence'), figures: companyFiguresSchema, problem: workspaceProblemSchema.nullable() }),
  z.strictObject({ state: z.literal('expired') }),
  /** Nothing is known yet and the workspace can't be reached; the link can still be copied. */
  z.strictObject({
    state: z.literal('unreachable'),
    problem: workspaceProblemSchema,
    target: consoleTargetSchema.nullable(),
  }),
  z.strictObject({ state: z.literal('signed-out') }),
])
export type UserManagement = z.infer<typeof userManagementSchema>

/** What came of an intent to leave for the console. */
export const handOffSchema = z.strictObject({
  outcome: z.enum(['opened', 'copied', 'refused', 'failed']),
})
export type HandOff = z.infer<typeof handOffSchema>

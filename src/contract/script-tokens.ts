import { z } from 'zod'

/** What a script token may be good for. Tokens of the app are good for all that their account may do. */
export const scopes = [
  'account.read',
  'users.read',
  'users.write',
  'licences.write',
  'meetings.read',
  'meetings.write',
  'events.read',
] as const

export const scopeSchema = z.enum(scopes)
export type Scope = z.infer<typeof scopeSchema>

/** Days that a token can last. */
const longestScriptToken = 366

/** `GET /script-tokens` of the console's API: the account's own, newest first, ended ones for thirty days more. */
const scriptTokenSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(scopeSchema),
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
  endsAt: z.int(),
  lastUsedAt: z.int().nullable(),
})
export type ScriptToken = z.infer<typeof scriptTokenSchema>

export const scriptTokensSchema = z.strictObject({ tokens: z.array(scriptTokenSchema) })

/** `POST /script-tokens`. */
export const createScriptTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(scopeSchema).min(1).max(scopes.length),
  /** How long it lasts. */
  days: z.int().min(1).max(longestScriptToken),
})
export type CreateScriptToken = z.infer<typeof createScriptTokenSchema>

/** What `POST /script-tokens` answers: the one time that the token itself is told. */
export const scriptTokenMadeSchema = z.strictObject({ token: z.string(), made: scriptTokenSchema })

// `DELETE /script-tokens/{id}`: revokes it at once; answers 204.

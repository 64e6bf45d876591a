import { z } from 'zod'
import { workspaceProblemSchema } from './workspace'

/** An own certificate authority, as the page shows it. */
const authoritySchema = z.strictObject({
  /** SHA-256 of the certificate, in hexadecimal; names it in requests. */
  fingerprint: z.string(),
  name: z.string(),
  /** When it ends, milliseconds since the epoch. */
  until: z.int(),
})
export type Authority = z.infer<typeof authoritySchema>

const certificateChoiceSchema = z.strictObject({
  fingerprint: z.string(),
  name: z.string(),
  issuer: z.string(),
  /** When it begins and ends, milliseconds since the epoch. */
  from: z.int(),
  until: z.int(),
})
export type CertificateChoice = z.infer<typeof certificateChoiceSchema>

/** Something that the network wants to know from the person before it lets a request through. */
const networkQuestionSchema = z.discriminatedUnion('kind', [
  /** A proxy wants a name and a password; `isWrong` when those that it had were refused. */
  z.strictObject({ kind: z.literal('proxy'), proxy: z.string(), isWrong: z.boolean() }),
  /** A server wants a certificate of the person's; `isRefused` when it did not take the one that was chosen before. */
  z.strictObject({ kind: z.literal('certificate'), host: z.string(), choices: z.array(certificateChoiceSchema), isRefused: z.boolean() }),
])
export type NetworkQuestion = z.infer<typeof networkQuestionSchema>

export const networkAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proxy'), username: z.string().min(1).max(200), password: z.string().min(1).max(500) }),
  /** The certificate's fingerprint, or null for none. */
  z.strictObject({ kind: z.literal('certificate'), fingerprint: z.string().nullable() }),
  /** Not now: the question is not asked again before something about the network changes. */
  z.strictObject({ kind: z.literal('later') }),
])
export type NetworkAnswer = z.infer<typeof networkAnswerSchema>

/** What main tells the page of the network. */
export const networkStateSchema = z.strictObject({
  /** The authorities of the settings that can be read. */
  authorities: z.array(authoritySchema),
  /** The servers that a certificate was chosen for. */
  certificatesFor: z.array(z.string()),
  question: networkQuestionSchema.nullable(),
})
export type NetworkState = z.infer<typeof networkStateSchema>

export const authorityAddedSchema = z.enum([
  'added',
  'cancelled',
  'known', // it is trusted already
  'not-readable', // no file of certificates, in PEM or DER
  'not-an-authority', // a certificate that may not vouch for others
  'not-valid', // its dates do not fit today
  'constrained', // it vouches for some names only, which Parley can't check
])
export type AuthorityAdded = z.infer<typeof authorityAddedSchema>

export const connectionTestSchema = z.discriminatedUnion('outcome', [
  /** The server answered; `proxy` names the way there, null for a direct one. */
  z.strictObject({ outcome: z.literal('reached'), host: z.string(), proxy: z.string().nullable(), milliseconds: z.int() }),
  z.strictObject({ outcome: z.literal('failed'), host: z.string(), proxy: z.string().nullable(), problem: workspaceProblemSchema }),
  /** What was typed is no address of a server. */
  z.strictObject({ outcome: z.literal('no-address') }),
])
export type ConnectionTest = z.infer<typeof connectionTestSchema>

import { z } from 'zod'

/** What an account may do in its company (see `docs/architecture.md`, "Words"). */
export const roleSchema = z.enum(['administrator', 'user-manager', 'member'])
export type Role = z.infer<typeof roleSchema>

/** One person's identity, as far as the client shows it. Nothing in it is secret. */
export const accountSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  email: z.string(),
  companyName: z.string(),
  /** Null where the workspace does not tell. */
  role: roleSchema.nullable(),
})
export type Account = z.infer<typeof accountSchema>

/** Why a sign-in did not end well. Each has words in the language files and says what to do. */
const signInProblemSchema = z.enum([
  'cancelled', // the person said no in the browser
  'timed-out', // five minutes without an answer
  'refused', // the workspace answered with an error
  'answer-not-trusted', // state, nonce or issuer do not match (RFC 9700 §2.1, RFC 9207)
  'workspace-unreachable', // no connection, or the service is not up
  'certificate', // the workspace's certificate is not to be trusted
  'client-certificate', // it wants to see a certificate of the person's
  'clock', // this computer's clock and the workspace's are far apart
  'proxy', // the proxy refused or can't be reached
  'registration', // the workspace does not know this client, or not with this secret
  'keychain', // the client's secret is in the keychain, which can't be read now
  'port-taken', // the one port that the answer may come to can't be listened on
  'browser-not-opened', // the system could not open a browser; the link can be copied
  'other',
])
export type SignInProblem = z.infer<typeof signInProblemSchema>

/** A code to sign in with on another device or in another browser (RFC 8628), once it was asked for. */
const signInCodeSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('asked') }),
  z.strictObject({
    state: z.literal('shown'),
    userCode: z.string(),
    /** Where it is typed in, for people to read. */
    address: z.string(),
  }),
  /** The workspace gave none; it can be asked again. */
  z.strictObject({ state: z.literal('failed') }),
])
export type SignInCode = z.infer<typeof signInCodeSchema>

/** What came of an answer that was pasted by hand. */
export const pastedAnswerSchema = z.enum([
  'taken',
  'not-an-answer', // no code and state in it
  'not-ours', // an answer to another attempt
  'too-late', // no sign-in is pending any more, or it is finishing already
])
export type PastedAnswer = z.infer<typeof pastedAnswerSchema>

/** How the workspace was reached last: what is in the way, where that is known. Each but `online` is a problem of `workspaceProblemSchema`. */
const connectionSchema = z.enum([
  'online',
  'offline',
  'too-slow',
  'certificate',
  'client-certificate',
  'clock',
  'network-sign-in',
  'proxy',
  'registration', // the tokens can't be renewed: the workspace does not know this client, or not with this secret
  'keychain', // nor without the client's secret, which can't be read now
])
export type Connection = z.infer<typeof connectionSchema>

/** How long a session lasts: across restarts (keychain), or only until Parley quits. */
const persistenceSchema = z.enum(['kept', 'until-quit'])

export const sessionSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signed-out'), problem: signInProblemSchema.nullable() }),
  z.strictObject({
    state: z.literal('signing-in'),
    /**
     * `browser` while the person is there, `code` where no browser of this computer could bring an answer back,
     * `finishing` while tokens are fetched.
     */
    step: z.enum(['opening', 'browser', 'code', 'finishing']),
    code: signInCodeSchema,
    /**
     * Where one can sign in when the default browser does not come back: `none` while the workspace is not known, or has
     * no such ways; a workspace on this computer is not reached from anywhere else.
     */
    elsewhere: z.enum(['none', 'this-computer', 'anywhere']),
    /** When the attempt ends by itself, milliseconds since the epoch. */
    endsAt: z.int(),
    /** The account that signs in again, or null for a first sign-in. */
    account: accountSchema.nullable(),
  }),
  z.strictObject({
    state: z.literal('signed-in'),
    account: accountSchema,
    connection: connectionSchema,
    persistence: persistenceSchema,
  }),
  z.strictObject({ state: z.literal('expired'), account: accountSchema, problem: signInProblemSchema.nullable() }),
])
export type Session = z.infer<typeof sessionSchema>

/** The operating system's keychain, as Parley finds it. `unknown` until it was first asked. */
export const keychainStateSchema = z.enum(['unknown', 'available', 'locked', 'missing', 'changed'])
export type KeychainState = z.infer<typeof keychainStateSchema>

/** What a person may do about a keychain that can't be used. */
export const keychainMendSchema = z.enum(['try-again', 'unlock', 'replace'])
export type KeychainMend = z.infer<typeof keychainMendSchema>

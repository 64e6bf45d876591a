import { z } from 'zod'
import { capabilitiesSchema } from './workspace'

/** Where an account lives (see `docs/architecture.md`, "Workspaces"). */
export const workspaceKindSchema = z.enum(['this-computer', 'self-hosted', 'teamviewer'])
export type WorkspaceKind = z.infer<typeof workspaceKindSchema>

/** Name of an account inside Parley; it tells nothing of the person. */
export const accountKeySchema = z.string().regex(/^[a-z0-9]{1,40}$/)

/** One of the accounts that are signed in side by side. */
const accountEntrySchema = z.strictObject({
  key: accountKeySchema,
  name: z.string(),
  email: z.string(),
  companyName: z.string(),
  kind: workspaceKindSchema,
  /** Host of its workspace, or null for the one on this computer. */
  host: z.string().nullable(),
  isExpired: z.boolean(),
})
export type AccountEntry = z.infer<typeof accountEntrySchema>

/** A kind of workspace to sign in at, and what it takes from the person before the browser can be opened. */
const signInWaySchema = z.strictObject({
  kind: workspaceKindSchema,
  needs: z.enum([
    'nothing',
    'address', // typed, or found by an e-mail
    'client-id', // the company's own, from policy or Settings; there is none yet
  ]),
})
export type SignInWay = z.infer<typeof signInWaySchema>

/** The accounts of the client, and the one that is shown. */
export const accountsSchema = z.strictObject({
  /** Key of the one that is shown; while it has nobody signed in, it is not among the entries. */
  current: accountKeySchema,
  /** Its workspace. */
  kind: workspaceKindSchema,
  host: z.string().nullable(),
  capabilities: capabilitiesSchema,
  entries: z.array(accountEntrySchema),
  /** Where one can sign in, first the simplest. */
  ways: z.array(signInWaySchema),
})
export type AccountsState = z.infer<typeof accountsSchema>

/** Before the accounts are known: nobody, on this computer. */
export const noAccounts: AccountsState = {
  current: 'first',
  kind: 'this-computer',
  host: null,
  capabilities: {
    people: false,
    presence: false,
    meetingTimeZone: false,
    meetingRecurrence: false,
    meetingInvitees: false,
    meetingRoom: 'client',
    linksElsewhere: true,
  },
  entries: [],
  ways: [],
}

/** Where to sign in, as the person chose it. */
export const signInTargetSchema = z.strictObject({
  kind: workspaceKindSchema,
  /** What was typed where the kind needs an address: one (`meet.example.com`), or an e-mail. It is checked in main. */
  typed: z.string().max(300).nullable(),
})
export type SignInTarget = z.infer<typeof signInTargetSchema>

/** What came of the wish to sign in somewhere. */
export const signInStartSchema = z.enum([
  'started',
  'not-an-address', // neither an address nor an e-mail
  'not-secure', // plain http: to another computer
  'no-workspace', // nobody there says that it is a Parley workspace
  'unreachable',
  'certificate', // the certificate there is not to be trusted
  'client-certificate', // it wants to see a certificate of the person's
  'clock', // this computer's clock is wrong
  'proxy', // the proxy refused or can't be reached
  'no-client-id', // the vendor's cloud needs a client id of the company's own
])
export type SignInStart = z.infer<typeof signInStartSchema>

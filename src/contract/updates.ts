import { z } from 'zod'

/** What stopped an update. */
const updateProblemSchema = z.enum([
  'connection', // the server was not reached
  'server', // it was, but has nothing that can be read
  'untrusted', // its signature or checksum is not that of a release of Parley
  'disk',
  'install', // the system did not install it, or was not let to
])
export type UpdateProblem = z.infer<typeof updateProblemSchema>

const version = z.string().max(100)
/** Bytes; null where the server doesn't say. */
const size = z.int().nonnegative().nullable()

/** How far the update of Parley itself is. */
const updateSchema = z.discriminatedUnion('state', [
  /** This copy is not updated by itself: it was unpacked by hand, or comes without an address of releases. */
  z.strictObject({ state: z.literal('unsupported') }),
  /** None is known. `checkedAt`: when one was looked for last, in milliseconds since the epoch. */
  z.strictObject({ state: z.literal('none'), checkedAt: z.int().nullable() }),
  z.strictObject({ state: z.literal('checking') }),
  z.strictObject({ state: z.literal('available'), version, size }),
  z.strictObject({ state: z.literal('downloading'), version, size, percent: z.int().min(0).max(100) }),
  /** It is here, it is what was released, and is installed by a restart. */
  z.strictObject({ state: z.literal('ready'), version }),
  z.strictObject({ state: z.literal('failed'), problem: updateProblemSchema, during: z.enum(['check', 'download', 'install']) }),
])
export type Update = z.infer<typeof updateSchema>

export const updatesStateSchema = z.strictObject({
  update: updateSchema,
  /** A meeting is on: nothing is fetched or installed before it is over. */
  isHeld: z.boolean(),
  /** The system asks for an administrator's password before it installs. */
  asksForPassword: z.boolean(),
})
export type UpdatesState = z.infer<typeof updatesStateSchema>

export const noUpdates: UpdatesState = { update: { state: 'unsupported' }, isHeld: false, asksForPassword: false }

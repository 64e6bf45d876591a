import { z } from 'zod'
import { workspaceProblemSchema } from './workspace'

/** How new a list is. */
export const ageSchema = {
  /** When the workspace gave it, milliseconds since the epoch, or null while it never did. */
  fetchedAt: z.int().nullable(),
  /** Why the last attempt to refresh it failed, or null. */
  problem: workspaceProblemSchema.nullable(),
}

/** How many things of a list travel at once: thousands in one message would keep the page, and main, from anything else meanwhile. */
export const pieceSize = 250

/** A wish for a part of a long list. */
export const pieceWishSchema = z.strictObject({
  /** The revision that whoever asks has whole already, or null: nothing of that one comes again. */
  known: z.int().nullable(),
  /** Where the piece begins: 0 for the first one, else how many there are already. */
  from: z.int().nonnegative(),
})
export type PieceWish = z.infer<typeof pieceWishSchema>

/** What a piece of a list of such things looks like. */
export const pieceSchema = <T extends z.ZodType>(thing: T) =>
  z.strictObject({
    ...ageSchema,
    /** Another number whenever the list is another one: pieces of two revisions don't belong together. */
    revision: z.int(),
    /** How many things the whole list has. */
    total: z.int(),
    items: z.array(thing).max(pieceSize),
  })

/** A list as a whole. */
export interface Whole<T> {
  readonly items: readonly T[]
  readonly fetchedAt: number | null
  readonly problem: z.infer<typeof workspaceProblemSchema> | null
  readonly revision: number
}

export interface Piece<T> extends Omit<Whole<T>, 'items'> {
  readonly items: T[]
  readonly total: number
}

/** The piece of a list that is wished for. */
export function pieceOf<T>({ items, ...list }: Whole<T>, { known, from }: PieceWish): Piece<T> {
  return { ...list, total: items.length, items: known === list.revision ? [] : items.slice(from, from + pieceSize) }
}

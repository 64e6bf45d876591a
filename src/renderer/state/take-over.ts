import type { Piece, PieceWish, Whole } from '../../contract/pieces'

/**
 * Takes a list over from main, piece by piece, so that the page can answer a click in between however long the list is.
 * One that became another meanwhile is taken over anew.
 *
 * @param ask Asks main for one piece; what it throws is thrown.
 * @param have The list as it is here, or null: where it is the same still, none of it comes again.
 * @param isWanted False once nobody waits for the list any more.
 * @returns The list, or null when it was no longer wanted. Where it is the one that is here, its `items` are the very same.
 */
export async function takeOver<T>(ask: (wish: PieceWish) => Promise<Piece<T>>, have: Whole<T> | null, isWanted: () => boolean): Promise<Whole<T> | null> {
  const known = have?.revision ?? null
  let taken: { readonly revision: number; readonly items: T[] } | null = null
  for (;;) {
    const { items, total, ...list }: Piece<T> = await ask({ known, from: taken?.items.length ?? 0 })
    if (!isWanted()) return null
    if (have !== null && list.revision === known) return { ...list, items: have.items }
    if (taken === null) taken = { revision: list.revision, items: [] }
    if (taken.revision === list.revision) {
      taken.items.push(...items)
      if (taken.items.length >= total) return { ...list, items: taken.items }
    } else taken = null
  }
}

import type { Licence } from '../../../../contract/licence'

/** How many seats there are to give: some, none, or (after a licence shrank) fewer than are assigned. */
export type Seats =
  | { readonly kind: 'left'; readonly count: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'over'; readonly count: number }

/** Counts the seats that can still be assigned. */
export function seatsOf({ seats, seatsUsed }: Pick<Licence, 'seats' | 'seatsUsed'>): Seats {
  const left = seats - seatsUsed
  if (left > 0) return { kind: 'left', count: left }
  return left === 0 ? { kind: 'none' } : { kind: 'over', count: -left }
}

/** How full a licence is, 0 to 100. A licence without seats is full. */
export function percentUsed({ seats, seatsUsed }: Pick<Licence, 'seats' | 'seatsUsed'>): number {
  return seats === 0 ? 100 : Math.min(100, (seatsUsed / seats) * 100)
}

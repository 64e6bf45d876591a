import { isMeetingProduct, type Product } from '../../contract/licence'

/** A licence as far as giving and taking seats needs it. */
export interface PlannedLicence {
  readonly id: string
  readonly name: string
  readonly product: Product
}

export interface SeatPlan<L extends PlannedLicence> {
  /** What the account does not have yet, with what it takes the place of. */
  readonly given: readonly { readonly licence: L; readonly instead: PlannedLicence | null }[]
  /** What is taken back with nothing in its place. */
  readonly takenBack: readonly PlannedLicence[]
}

/**
 * Decides what changes for one account. It may hold many licences, of the Meeting family one at most: a Meeting licence
 * that is given takes the place of the one that is there.
 *
 * @param held What the account has seats of.
 * @param wanted What it is to be given.
 * @param takeBack Ids of what it is to lose. Whatever is in `wanted` too stays.
 */
export function planSeats<L extends PlannedLicence>(
  held: readonly PlannedLicence[],
  wanted: readonly L[],
  takeBack: readonly string[],
): SeatPlan<L> | 'one-meeting-licence' {
  const wantedMeeting = wanted.filter(({ product }) => isMeetingProduct(product))
  if (new Set(wantedMeeting.map(({ id }) => id)).size > 1) return 'one-meeting-licence'
  const stays = new Set(wanted.map(({ id }) => id))
  const replaced = wantedMeeting.length === 0 ? undefined : held.find(({ product }) => isMeetingProduct(product))
  const hasAlready = new Set(held.map(({ id }) => id))
  return {
    given: wanted
      .filter(({ id }) => !hasAlready.has(id))
      .map((licence) => ({ licence, instead: isMeetingProduct(licence.product) ? (replaced ?? null) : null })),
    takenBack: held.filter(({ id }) => takeBack.includes(id) && !stays.has(id) && id !== replaced?.id),
  }
}

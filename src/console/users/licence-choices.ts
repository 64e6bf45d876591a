import type { Licence } from '../../contract/licence'
import { licenceState, seatsLeft } from '../../ui/licence-state'

/** One entry of the dialog that changes a user's licence. */
export interface LicenceChoice {
  licence: Licence
  seatsLeft: number
  /** The user has it now. */
  isCurrent: boolean
  /** Why it can't be given, or null. What the user has already can always be kept. */
  blocked: 'no-seats' | 'expired' | 'switched-off' | null
}

/**
 * Tells which licences can be given to a user.
 *
 * @param currentIds The licences that the user has seats of.
 * @param today ISO 8601 date.
 */
export function licenceChoices(
  licences: readonly Licence[],
  currentIds: ReadonlySet<string>,
  today: string,
): LicenceChoice[] {
  return licences.map((licence) => {
    const isCurrent = currentIds.has(licence.id)
    return { licence, seatsLeft: seatsLeft(licence), isCurrent, blocked: isCurrent ? null : blockedBy(licence, today) }
  })
}

function blockedBy(licence: Licence, today: string): LicenceChoice['blocked'] {
  const { state } = licenceState(licence, today)
  if (state === 'expired' || state === 'switched-off') return state
  return seatsLeft(licence) === 0 ? 'no-seats' : null
}

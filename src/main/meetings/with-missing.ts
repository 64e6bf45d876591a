import type { Meeting } from '../../contract/meeting'
import type { MeetingsAnswer } from '../workspace/workspace'

/**
 * The meetings of an answer. Where one of the workspace's lists could not be had, those of it that were known before are still there.
 *
 * @param before What was known.
 */
export function withMissing({ value, missing }: Extract<MeetingsAnswer, { outcome: 'done' }>, before: readonly Meeting[]): Meeting[] {
  if (missing === null) return value
  const known = new Set(value.map(({ id }) => id))
  return [...value, ...before.filter(({ id, isReadOnly }) => isReadOnly === missing.isReadOnly && !known.has(id))]
}

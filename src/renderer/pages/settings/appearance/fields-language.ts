import { findLanguage, type Language } from '../../../../contract/languages'
import type { Settings } from '../../../../contract/settings'

/**
 * Whether fields of dates and times would speak another language after a restart: Chromium draws them, in the language that it
 * was started in.
 *
 * @param kept The choice as main keeps it.
 * @param shown The language of the page.
 * @param started BCP 47 tag of Chromium's language, as `navigator.language` has it.
 */
export function needsRestart(kept: Settings['language'], shown: Language, started: string): boolean {
  const spoken = findLanguage([started])
  if (kept !== 'system') return kept === shown && spoken !== shown
  // A system whose language Parley does not have speaks it in such fields, and will.
  return spoken !== null && spoken !== shown
}

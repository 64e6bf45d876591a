import type { Language } from '../../contract/languages'
import type { SignInProblem } from '../../contract/session'
import ar from './words/ar.json'
import de from './words/de.json'
import en from './words/en.json'
import es from './words/es.json'
import fr from './words/fr.json'
import ja from './words/ja.json'

/** The words of the pages that end a sign-in in the browser. */
export type BrowserPageWords = typeof en

const words: Readonly<Record<Language, BrowserPageWords>> = { en, fr, de, es, ja, ar }

/** What the last page tells: that the person is signed in, or why not. */
export type SignInEnding = 'signed-in' | SignInProblem

/** The words for one ending of a sign-in, or for an answer that belongs to none. */
export function endingWords(language: Language, ending: SignInEnding | 'not-ours'): BrowserPageWords['signedIn'] {
  const all = words[language]
  switch (ending) {
    case 'signed-in':
      return all.signedIn
    case 'cancelled':
      return all.cancelled
    case 'refused':
      return all.refused
    case 'answer-not-trusted':
      return all.notTrusted
    case 'workspace-unreachable':
      return all.unreachable
    case 'timed-out':
    case 'browser-not-opened':
    // Parley itself says more: it is Parley where something can be done about it.
    case 'certificate':
    case 'client-certificate':
    case 'clock':
    case 'proxy':
    case 'registration':
    case 'keychain':
    case 'port-taken':
    case 'other':
      return all.failed
    case 'not-ours':
      return all.notOurs
  }
}

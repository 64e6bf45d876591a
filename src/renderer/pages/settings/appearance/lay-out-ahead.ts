import type { Language } from '../../../../contract/languages'
import type { WordTree } from '../../../../ui/words'
import { readAhead } from '../../../i18n/words'
import styles from './appearance-page.module.css'

/** What stands on the page while a language is chosen: the rooms of its words. */
const rooms = ['navigation', 'settings', 'appearance']

interface LayOutEffects {
  /** Loads a language's words. */
  readonly read: (language: Language) => Promise<WordTree>
  /** Resolves when there is nothing else to do. */
  readonly idle: () => Promise<void>
  /** The fonts that the page has, as CSS writes them. */
  readonly fonts: () => Iterable<string>
  /** Lays texts out in a font, where nobody sees them. */
  readonly layOut: (texts: readonly string[], language: Language, font: string) => void
}

/**
 * Makes the function that gets a language ready to be shown: it reads its words, and lays those of this page out where nobody sees them,
 * in each of the fonts that the page has. Finding a system's font for a script costs 20 ms for each of them, more than all the rest of a
 * change. It goes on while nothing else is to do, a font at a time, so that it holds up no click; and once for each language, unless its
 * words could not be loaded: then it rejects with what loading them did.
 */
export function layingOutAhead({ read, idle, fonts, layOut }: LayOutEffects): (language: Language) => Promise<void> {
  const begun = new Set<Language>()
  return async (language) => {
    if (begun.has(language)) return
    begun.add(language)
    try {
      const words = await read(language)
      const texts = rooms.flatMap((room) => textsOf(words[room]))
      for (const font of fonts()) {
        await idle()
        layOut(texts, language, font)
      }
    } catch (error) {
      begun.delete(language)
      throw error
    }
  }
}

/** Gets a language ready in this page. */
export const layOutAhead = layingOutAhead({
  read: readAhead,
  idle: () => new Promise((resolve) => requestIdleCallback(() => resolve())),
  fonts: () => new Set(Array.from(document.querySelectorAll('body *'), (element) => getComputedStyle(element).font)),
  layOut: layOutUnseen,
})

function textsOf(words: WordTree[string] | undefined): string[] {
  if (words === undefined) return []
  return typeof words === 'string' ? [words] : Object.values(words).flatMap(textsOf)
}

function layOutUnseen(texts: readonly string[], language: Language, font: string): void {
  const box = document.createElement('div')
  box.className = styles['ahead'] ?? ''
  box.lang = language
  box.ariaHidden = 'true'
  box.style.font = font
  box.append(
    ...texts.map((text) => {
      const line = document.createElement('p')
      line.textContent = text
      return line
    }),
  )
  document.body.append(box)
  // Asking for its size is what makes the browser lay it out now.
  box.getBoundingClientRect()
  box.remove()
}

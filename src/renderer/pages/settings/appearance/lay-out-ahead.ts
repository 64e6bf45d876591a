import type { Language } from '../../../../contract/languages'
import type { WordTree } from '../../../../ui/words'
import { readAhead } from '../../../i18n/words'
import styles from './appearance-page.module.css'

/** What stands on the page while a language is chosen: the rooms of its words. */
const rooms = ['navigation', 'settings', 'appearance']

const begun = new Set<Language>()

/**
 * Gets a language ready to be shown: reads its words, and lays those of this page out where nobody sees them, in each of the fonts that
 * the page has. Finding a system's font for a script costs 20 ms for each of them, more than all the rest of a change. It goes on while
 * nothing else is to do, a font at a time, so that it holds up no click.
 *
 * @throws What loading its file rejects with.
 */
export async function layOutAhead(language: Language): Promise<void> {
  if (begun.has(language)) return
  begun.add(language)
  try {
    const words = await readAhead(language)
    const texts = rooms.flatMap((room) => textsOf(words[room]))
    for (const font of fontsInUse()) {
      await idle()
      layOut(texts, language, font)
    }
  } catch (error) {
    begun.delete(language)
    throw error
  }
}

const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))

function fontsInUse(): Set<string> {
  return new Set(Array.from(document.querySelectorAll('body *'), (element) => getComputedStyle(element).font))
}

function textsOf(words: WordTree[string] | undefined): string[] {
  if (words === undefined) return []
  return typeof words === 'string' ? [words] : Object.values(words).flatMap(textsOf)
}

function layOut(texts: readonly string[], language: Language, font: string): void {
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

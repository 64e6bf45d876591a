/** A thing to find, with its texts in the language that is shown. */
export interface Indexed<T> {
  readonly thing: T
  /** What it is called. */
  readonly label: string
  /** Other texts that belong to it. */
  readonly more: readonly string[]
}

interface Folded<T> {
  readonly thing: T
  readonly label: string
  readonly all: string
}

/** A search over things, made once for a language. */
export type Search<T> = (wanted: string) => T[]

/** The most that is of use at once. */
const most = 12

/**
 * Makes a search: each word that is typed must begin a word of the thing's texts, or in a language without spaces be part of them.
 * What it is called counts more than what belongs to it.
 */
export function searchOver<T>(things: readonly Indexed<T>[]): Search<T> {
  const folded = things.map(({ thing, label, more }): Folded<T> => ({ thing, label: fold(label), all: fold([label, ...more].join(' ')) }))
  return (wanted) => {
    const words = fold(wanted).split(' ').filter((word) => word !== '')
    if (words.length === 0) return []
    return folded
      .map((each) => ({ each, rank: rankOf(each, words) }))
      .filter(({ rank }) => rank > 0)
      .sort((one, other) => other.rank - one.rank)
      .slice(0, most)
      .map(({ each }) => each.thing)
  }
}

function rankOf<T>({ label, all }: Folded<T>, words: readonly string[]): number {
  if (!words.every((word) => isIn(all, word))) return 0
  const inLabel = words.filter((word) => isIn(label, word)).length
  return 1 + inLabel * 2 + (label.startsWith(words[0] ?? '') ? 1 : 0)
}

function isIn(text: string, word: string): boolean {
  if (` ${text}`.includes(` ${word}`)) return true
  // Chinese characters, kana and hangul have no spaces; Arabic writes its article onto the word.
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word) ? text.includes(word) : ` ${text}`.includes(` ال${word}`)
}

/**
 * A text as it is compared: without case, accents, vowel signs and punctuation; with the forms of Arabic letters that people write
 * one for the other made one.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ß', 'ss')
    // Kana keep their voiced sounds: these marks make another letter.
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A meeting's id as people write it: `m12-345-678` (see the vendor's own mails; its API takes the same form).
 */
export const meetingIdPattern = /^m\d{2}-\d{3}-\d{3}$/

/** Digits of an id. */
const idLength = 8

/** The longest text that is read, in characters: an invitation that was pasted as a whole is shorter. */
const longestText = 20_000

/** Why a text names no meeting, each with words of its own on the page. */
type MeetingIdProblem =
  | { readonly problem: 'empty' }
  /** Digits and nothing else, but not as many as an id has. */
  | { readonly problem: 'too-few-digits' | 'too-many-digits'; readonly digits: number }
  /** A web address that leads to no meeting. */
  | { readonly problem: 'link-without-id' }
  /** More than one meeting. */
  | { readonly problem: 'several' }
  | { readonly problem: 'not-an-id' }

export type MeetingIdReading = { readonly id: string } | MeetingIdProblem

/**
 * Reads the id of a meeting out of whatever was typed or pasted: `m12-345-678`, `12 345 678`, `M12345678`, a link that
 * ends in one, or the invitation around it. A link counts more than an id with its `m`, and that more than bare digits,
 * which may as well be a telephone number.
 *
 * @returns The id in the form `m12-345-678`, or why there is none.
 */
export function readMeetingId(text: string): MeetingIdReading {
  const plain = plainText(text.slice(0, longestText))
  if (plain === '') return { problem: 'empty' }
  const links = plain.match(/[a-z][a-z+.-]*:\/\/[^\s<>"']+/g) ?? []
  const words = plain.replaceAll(/[a-z][a-z+.-]*:\/\/[^\s<>"']+/g, ' ')
  for (const found of [idsOfLinks(links), markedIds(words), bareIds(words)]) {
    const [id, ...others] = new Set(found)
    if (id !== undefined) return others.length > 0 ? { problem: 'several' } : { id }
  }
  if (links.length > 0) return { problem: 'link-without-id' }
  return digitsOnly(plain)
}

/** Lower case, ASCII digits, plain hyphens, nothing invisible: what a keyboard or a mail program may have made of an id. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .toLowerCase()
    .trim()
}

/** The ids that links lead to: a part of the path, after `join/` also without its `m`. */
function idsOfLinks(links: readonly string[]): string[] {
  return links.flatMap((link) => {
    const path = link.replace(/^[^/]*\/\//, '').replace(/[?#].*$/, '')
    return [...path.matchAll(/(?<=\/)(?:m|(?<=join\/))(\d{2})-?(\d{3})-?(\d{3})(?![\p{L}\d-])/gu)].map(written)
  })
}

function markedIds(words: string): string[] {
  return [...words.matchAll(/(?<![\p{L}\d])m[\s-]?(\d{2})[\s.-]?(\d{3})[\s.-]?(\d{3})(?![\p{L}\d])/gu)].map(written)
}

/** Eight digits in one, or in groups as people write an id; a date (`12.03.2026`) is grouped otherwise. */
function bareIds(words: string): string[] {
  return [...words.matchAll(/(?<![\p{L}\d+-])(\d{2})([\s.-]?)(\d{3})\2(\d{3})(?![\p{L}\d-])/gu)].map((match) =>
    written([match[0], match[1] ?? '', match[3] ?? '', match[4] ?? '']),
  )
}

function written([, first = '', second = '', third = '']: readonly string[]): string {
  return `m${first}-${second}-${third}`
}

/** What to say of a text that was meant to be an id and nothing else. */
function digitsOnly(plain: string): MeetingIdReading {
  if (!/^m?[\d\s.-]*\d[\s.-]*$/.test(plain)) return { problem: 'not-an-id' }
  const digits = plain.replaceAll(/\D/g, '')
  if (digits.length === idLength) return { id: written(['', digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)]) }
  return { problem: digits.length < idLength ? 'too-few-digits' : 'too-many-digits', digits: digits.length }
}

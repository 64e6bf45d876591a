import type { Contact } from '../../../contract/contact'

/** Letters without their accents, in lower case: `É` and `e` are one when people look for a name. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const known = new WeakMap<Contact, string>()

function wordsOf(contact: Contact): string {
  let words = known.get(contact)
  if (words === undefined) known.set(contact, (words = ` ${folded(`${contact.name} ${contact.email}`)}`))
  return words
}

/**
 * The people whom a search means: every word of it begins a word of the name, or stands somewhere in the e-mail address.
 *
 * @param search What was typed; nothing finds everybody.
 */
export function findContacts(contacts: readonly Contact[], search: string): readonly Contact[] {
  const wanted = folded(search).split(/\s+/).filter((word) => word !== '')
  if (wanted.length === 0) return contacts
  return contacts.filter((contact) => {
    const words = wordsOf(contact)
    return wanted.every((word) => words.includes(` ${word}`) || (word.length > 2 && words.includes(word)))
  })
}

import { useState } from 'react'
import type { Contact } from '../../../contract/contact'
import { useAppState } from '../../state/client'
import { findContacts } from '../contacts/find-contacts'
import { useContacts } from '../contacts/use-contacts'

/** Names that are offered while one types. */
const mostOffered = 12

/** What a line came to that was taken: whoever it names, nobody whom one knows, or it was empty. */
export type Taken = { readonly outcome: 'person'; readonly email: string } | { readonly outcome: 'nobody' | 'empty' }

/** A line in which a person is typed. */
export interface PersonLine {
  readonly text: string
  /** It was taken, and names nobody. */
  readonly isWrong: boolean
  /** What a person is called of whom the e-mail is known, or that e-mail. */
  readonly nameOf: (email: string) => string
  readonly offered: readonly Contact[]
  readonly type: (text: string) => void
  /** Takes what stands in the line, which is empty then unless it names nobody. */
  readonly take: () => Taken
}

/** The line for one more person, whose text is the form's: what stands in it is not lost when the form is sent. */
export function usePersonLine(): PersonLine {
  const { list } = useContacts()
  const own = useAppState(({ session }) => ('account' in session ? (session.account?.id ?? null) : null))
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const contacts = list?.items ?? []
  return {
    text,
    isWrong,
    nameOf: (email) => contacts.find((contact) => contact.email === email)?.name ?? email,
    // Whoever schedules a meeting comes anyway.
    offered: text.trim() === '' ? [] : findContacts(contacts, text).filter(({ id }) => id !== own).slice(0, mostOffered),
    type: (typed) => {
      setText(typed)
      setWrong(false)
    },
    take: () => {
      const taken = personIn(text, contacts)
      setWrong(taken.outcome === 'nobody')
      if (taken.outcome === 'person') setText('')
      return taken
    },
  }
}

/** Whom a text names: by the whole name or e-mail, by any e-mail address, or by a part that only one person has. */
export function personIn(text: string, contacts: readonly Contact[]): Taken {
  const wanted = text.trim()
  if (wanted === '') return { outcome: 'empty' }
  const exact = contacts.find(({ name, email }) => email === wanted || name === wanted)
  const [only, ...others] = findContacts(contacts, wanted)
  const email = exact?.email ?? (isEmail(wanted) ? wanted : others.length === 0 ? only?.email : undefined)
  return email === undefined ? { outcome: 'nobody' } : { outcome: 'person', email }
}

/** Each person is asked once. */
export function withPerson(chosen: readonly string[], email: string): readonly string[] {
  return chosen.includes(email) ? chosen : [...chosen, email]
}

/** What may be an address; the workspace knows better. */
function isEmail(text: string): boolean {
  return text.length <= 100 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}

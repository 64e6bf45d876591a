import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../contract/contact'
import { findContacts } from './find-contacts'

const contact = (name: string, email: string): Contact => ({ id: email, name, email, presence: 'unknown' })
const people = [contact('Anna Schmidt', 'anna@example.com'), contact('Élodie Ørsted', 'elodie@example.com'), contact('Bob Martin', 'b.martin@example.com')]
const names = (search: string) => findContacts(people, search).map(({ name }) => name)

describe('findContacts', () => {
  it.each([
    ['', ['Anna Schmidt', 'Élodie Ørsted', 'Bob Martin']],
    ['  ', ['Anna Schmidt', 'Élodie Ørsted', 'Bob Martin']],
    ['SCH', ['Anna Schmidt']],
    ['elo', ['Élodie Ørsted']],
    ['schmidt anna', ['Anna Schmidt']],
    ['b.mar', ['Bob Martin']],
    ['example.com', ['Anna Schmidt', 'Élodie Ørsted', 'Bob Martin']],
    ['nobody', []],
  ])('%j finds %j', (search, found) => {
    expect(names(search)).toEqual(found)
  })

  it('makes the words of people once, however often and whatever is typed', () => {
    let read = 0
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      ...contact('', `person${index}@example.com`),
      get name() {
        read += 1
        return `Person ${index} Nâme`
      },
    }))
    for (const search of ['x', 'person', 'person 4999']) findContacts(many, search)
    expect(findContacts(many, 'name 4999')).toHaveLength(1)
    expect(read).toBe(5_000)
  })
})

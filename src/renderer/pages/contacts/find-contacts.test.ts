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

  it('takes no time among five thousand people', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => contact(`Person ${index} Nâme`, `person${index}@example.com`))
    findContacts(many, 'x')
    const before = performance.now()
    expect(findContacts(many, 'person 4999')).toHaveLength(1)
    expect(performance.now() - before).toBeLessThan(50)
  })
})

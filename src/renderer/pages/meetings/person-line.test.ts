import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../contract/contact'
import { personIn, withPerson } from './person-line'

const contact = (name: string, email: string): Contact => ({ id: email, name, email, presence: 'unknown' })
const people = [contact('Ann Lee', 'ann@example.com'), contact('Anna Leeds', 'anna@example.com'), contact('Bob Martin', 'bob@example.com')]

describe('personIn', () => {
  it.each([
    ['Ann Lee', 'ann@example.com'],
    [' anna@example.com ', 'anna@example.com'],
    ['bob', 'bob@example.com'],
    ['guest@elsewhere.example', 'guest@elsewhere.example'],
  ])('%j names %s', (text, email) => {
    expect(personIn(text, people)).toEqual({ outcome: 'person', email })
  })

  it.each(['Ann', 'Nobody', 'guest@elsewhere', `${'a'.repeat(95)}@b.example`])('%j names nobody for certain', (text) => {
    expect(personIn(text, people)).toEqual({ outcome: 'nobody' })
  })

  it('finds nothing in an empty line', () => {
    expect(personIn('  ', people)).toEqual({ outcome: 'empty' })
  })
})

describe('withPerson', () => {
  it('asks each person once', () => {
    expect(withPerson(['ann@example.com'], 'bob@example.com')).toEqual(['ann@example.com', 'bob@example.com'])
    expect(withPerson(['ann@example.com'], 'ann@example.com')).toEqual(['ann@example.com'])
  })
})

import { expect, it } from 'vitest'
import { licencesAnswer } from './licences'
import { meetingsAnswer } from './meetings'
import { peopleAnswer } from './people'

it.each([{}, { users: null, meetings: null, available_licenses: null }])('a list that is not in an answer is empty: %j', (answer) => {
  expect(peopleAnswer.parse(answer)).toEqual({ entries: [], next: '' })
  expect(meetingsAnswer.parse(answer)).toEqual({ entries: [], next: '' })
  expect(licencesAnswer('2026-03-01').parse(answer)).toEqual([])
})

it('a list that is something else is none', () => {
  expect(peopleAnswer.safeParse({ users: 'no' }).success).toBe(false)
})

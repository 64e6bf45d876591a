import fc from 'fast-check'
import { expect, it } from 'vitest'
import { invitationsAddress, readInvitationsSearch } from './invitations-address'

const queryOf = (address: string) => new URL(address, 'http://127.0.0.1').search

it('keeps a search in the address', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 90, unit: 'binary' }).map((text) => text.replaceAll('\0', '').trim()), (search) => {
      expect(readInvitationsSearch(queryOf(invitationsAddress(search)))).toBe(search)
    }),
  )
})

it.each(['', '?search=', '?search=%00', `?search=${'a'.repeat(101)}`, '?sort=name'])('finds no search in “%s”', (query) => {
  expect(readInvitationsSearch(query)).toBe('')
})

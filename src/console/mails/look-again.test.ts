import { expect, it } from 'vitest'
import type { MailState } from '../../contract/mail-states'
import { lookAgain } from './look-again'

const mail = (state: MailState['state'], problem: MailState['problem']): MailState => ({
  state,
  problem,
  email: 'ben@example.com',
  createdAt: 0,
  nextTryAt: null,
})

it.each([
  [[], false],
  [[null], false],
  [[mail('failed', 'refused')], false],
  [[mail('waiting', 'no-server'), null], 30_000],
  [[mail('waiting', 'no-server'), mail('waiting', null)], 2_000],
])('looks again how %j stand after %j', (mails, time) => {
  expect(lookAgain(mails)).toBe(time)
})

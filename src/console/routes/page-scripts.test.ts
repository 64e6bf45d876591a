import { expect, it } from 'vitest'
import { pageAt } from './page-scripts'
import { jobPath, licencePath, paths, userPath } from './paths'

it.each([
  [paths.users, 'users'],
  [userPath('u1'), 'user'],
  [paths.licences, 'licences'],
  [licencePath('l1'), 'licence'],
  [jobPath('j1'), 'job'],
  [paths.signIn, 'signIn'],
  [paths.answer, 'answer'],
  [paths.invitation, 'invitation'],
  [paths.invitations, 'invitations'],
  ['/', null],
  [`${paths.users}/nowhere`, null],
])('%s → %s', (path, page) => {
  expect(pageAt(path)).toBe(page)
})

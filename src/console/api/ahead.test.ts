import { afterEach, expect, it, vi } from 'vitest'
import { readUsersView } from '../users/users-address'
import { askAhead, askedFirst, firstUsersPath, forgetAhead, licencesPath, mePath } from './ahead'
import { fetchMe, usersPath } from './console-api'
import { ask } from './request'

afterEach(() => {
  forgetAhead()
  vi.unstubAllGlobals()
})

const signal = new AbortController().signal

/** Stands in for the network: counts what is asked, and refuses it. */
function refusing(): string[] {
  const paths: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    paths.push(path)
    return Promise.resolve(Response.json({ error: 'not-signed-in' }, { status: 401 }))
  })
  return paths
}

it('asks for the very users that the page shows first', () => {
  expect(firstUsersPath).toBe(usersPath(readUsersView(''), ''))
})

it.each([
  ['/nav/users/company', '', [mePath, firstUsersPath, licencesPath]],
  ['/nav/users/company', '?search=anna', [mePath]],
  ['/nav/users/company/licences', '', [mePath]],
  ['/nav/users/company-of-others', '', []],
  ['/sign-in', '', []],
])('asks for %s%s no more than is shown there', (path, search, asked) => {
  expect(askedFirst(path, search)).toEqual(asked)
})

it('gives an answer out once', async () => {
  const paths = refusing()
  askAhead([mePath])
  await expect(fetchMe(signal)).rejects.toThrow('not-signed-in')
  expect(paths).toEqual([mePath])
  await expect(fetchMe(signal)).rejects.toThrow('not-signed-in')
  expect(paths).toEqual([mePath, mePath])
})

it('says that nobody answered, to whoever takes what was asked ahead', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  askAhead([mePath])
  await expect(fetchMe(signal)).rejects.toThrow('unreachable')
})

it('asks anew after something was changed', async () => {
  const paths = refusing()
  askAhead([mePath])
  await ask('/console-api/sign-out', { method: 'POST' })
  await expect(fetchMe(signal)).rejects.toThrow('not-signed-in')
  expect(paths).toEqual([mePath, '/console-api/sign-out', mePath])
})

it('asks anew once the answers are forgotten', async () => {
  const paths = refusing()
  askAhead([mePath])
  forgetAhead()
  await expect(fetchMe(signal)).rejects.toThrow('not-signed-in')
  expect(paths).toHaveLength(2)
})

import { expect, it } from 'vitest'
import { authCaches } from './auth-caches'

function session(name: string, done: string[], refuses = false) {
  return {
    clearAuthCache: () => {
      done.push(`${name} forgets`)
      return refuses ? Promise.reject(new Error('gone')) : Promise.resolve()
    },
    closeAllConnections: () => {
      done.push(`${name} closes`)
      return Promise.resolve()
    },
  }
}

it('has each session that was ever used forget, once', async () => {
  const done: string[] = []
  const caches = authCaches<ReturnType<typeof session>>()
  const [page, own, updates] = [session('page', done), session('own', done), session('updates', done)]
  for (const used of [page, own, page, updates]) caches.note(used)
  await caches.clear()
  expect(done.toSorted()).toEqual(['own closes', 'own forgets', 'page closes', 'page forgets', 'updates closes', 'updates forgets'])
  // What they are told later is forgotten later.
  await caches.clear()
  expect(done).toHaveLength(12)
})

it('has the others forget where one can’t, and says so', async () => {
  const done: string[] = []
  const caches = authCaches<ReturnType<typeof session>>()
  caches.note(session('own', done, true))
  caches.note(session('page', done))
  await expect(caches.clear()).rejects.toThrow('gone')
  expect(done).toContain('page forgets')
})

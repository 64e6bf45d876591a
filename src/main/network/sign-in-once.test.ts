import { expect, it } from 'vitest'
import type { ProxyCredentials } from './proxy-sign-in'
import { signInOnce } from './sign-in-once'

const [old, good] = [{ username: 'anna', password: 'old' }, { username: 'anna', password: 'right' }]

/** A sign-in that knows one pair, unless a request says that it was refused. */
function library(known: ProxyCredentials | null) {
  const asked: (ProxyCredentials | null)[] = []
  const world = { known }
  const signIn = signInOnce({
    credentials: async (_proxy, refused) => {
      asked.push(refused)
      return world.known === refused ? null : world.known
    },
  })
  return { signIn, asked, world }
}

it('takes a proxy that asks twice to have refused what it was told', async () => {
  const { signIn, asked, world } = library(old)
  expect(await signIn.credentials('proxy:1')).toBe(old)
  expect(await signIn.credentials('proxy:1')).toBeNull()
  world.known = good
  expect(await signIn.credentials('proxy:1')).toBe(good)
  expect(asked).toEqual([null, old, old])
})

it('tells another proxy what it knows of that one', async () => {
  const { signIn, asked } = library(good)
  await signIn.credentials('proxy:1')
  expect(await signIn.credentials('proxy:2')).toBe(good)
  expect(asked).toEqual([null, null])
})

it('begins anew once the network is another, or what it knew is forgotten: nothing was refused then', async () => {
  const { signIn, asked } = library(good)
  await signIn.credentials('proxy:1')
  signIn.askAgain()
  expect(await signIn.credentials('proxy:1')).toBe(good)
  expect(asked).toEqual([null, null])
})

import { expect, it } from 'vitest'
import type { Bridge } from '../../contract/channels'
import type { Contact } from '../../contract/contact'
import { pieceOf, type PieceWish, type Whole } from '../../contract/pieces'
import { createContactsStore } from './contacts-store'

const people = (name: string, revision: number): Whole<Contact> => ({
  items: [{ id: 'u1', name, email: 'one@example.com', presence: 'unknown' }],
  fetchedAt: 1,
  problem: null,
  revision,
})

/** A store before a main that knows these people; null for one that can't answer. */
function world(known: { list: Whole<Contact> | null }) {
  const asked: unknown[] = []
  const bridge: Bridge = {
    invoke: (_name, ...[wish]) => {
      asked.push(wish)
      return known.list === null ? Promise.reject(new Error('failed')) : Promise.resolve(pieceOf(known.list, wish as unknown as PieceWish) as never)
    },
    on: () => () => undefined,
  }
  return { store: createContactsStore(bridge), asked }
}

it('keeps the people while no page shows them, and takes them over again only when they are others', async () => {
  const known = { list: people('One', 1) }
  const { store, asked } = world(known)
  await store.getState().ask('opened')
  const { list } = store.getState()
  expect(list).toEqual(people('One', 1))
  await store.getState().ask('waiting')
  expect(store.getState().list?.items).toBe(list?.items)
  expect(asked).toEqual([{ known: null, from: 0, why: 'opened' }, { known: 1, from: 0, why: 'waiting' }])
  known.list = people('Two', 2)
  await store.getState().ask('waiting')
  expect(store.getState().list).toEqual(people('Two', 2))
})

it('shows what it has where main can’t answer, and nothing of the last account', async () => {
  const known: { list: Whole<Contact> | null } = { list: people('One', 1) }
  const { store } = world(known)
  await store.getState().ask('opened')
  known.list = null
  await store.getState().ask('opened')
  expect(store.getState()).toMatchObject({ list: people('One', 1), failed: true })
  const asking = store.getState().ask('opened')
  store.getState().forget()
  await asking
  expect(store.getState()).toMatchObject({ list: null, failed: false })
})

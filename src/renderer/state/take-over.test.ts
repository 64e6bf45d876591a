import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieceOf, pieceSize, type Piece, type PieceWish, type Whole } from '../../contract/pieces'
import { takeOver } from './take-over'

const listOf = (length: number, revision: number): Whole<number> => ({
  items: Array.from({ length }, (_, index) => index + revision * 100_000),
  fetchedAt: revision,
  problem: null,
  revision,
})

/** A main whose list becomes the next of these with each question, and the last one from then on. */
function main(...lists: readonly Whole<number>[]) {
  const wishes: PieceWish[] = []
  const ask = (wish: PieceWish): Promise<Piece<number>> => {
    const list = lists[Math.min(wishes.length, lists.length - 1)] ?? listOf(0, 0)
    wishes.push(wish)
    return Promise.resolve(pieceOf(list, wish))
  }
  return { ask, wishes }
}

describe('takeOver', () => {
  it('gives a list of any length as it is, in pieces that are small', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 * pieceSize }), async (length) => {
        const { ask, wishes } = main(listOf(length, 1))
        expect(await takeOver(ask, null, () => true)).toEqual(listOf(length, 1))
        expect(wishes).toHaveLength(Math.max(1, Math.ceil(length / pieceSize)))
      }),
      { numRuns: 30 },
    )
  })

  it('does not take a list again that is here', async () => {
    const have = listOf(1_000, 1)
    const { ask, wishes } = main({ ...listOf(1_000, 1), fetchedAt: 9, problem: 'offline' })
    const list = await takeOver(ask, have, () => true)
    expect(list).toMatchObject({ revision: 1, fetchedAt: 9, problem: 'offline' })
    expect(list?.items).toBe(have.items)
    expect(wishes).toEqual([{ known: 1, from: 0 }])
  })

  it('never mixes two lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 8 }), async (steps) => {
        const lists = steps.map(([length, revision]) => listOf(length + revision, revision))
        // A revision has one length.
        const same = lists.map((list) => lists.find(({ revision }) => revision === list.revision) ?? list)
        const list = await takeOver(main(...same).ask, null, () => true)
        expect(same).toContainEqual(list)
      }),
    )
  })

  it('stops as soon as nobody waits for it', async () => {
    const { ask, wishes } = main(listOf(10_000, 1))
    expect(await takeOver(ask, null, () => wishes.length < 3)).toBeNull()
    expect(wishes).toHaveLength(3)
  })
})

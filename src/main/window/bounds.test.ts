import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangementOf, placeMini, placeWindow, withPlace, type Rectangle } from './bounds'

const screen: Rectangle = { x: 0, y: 0, width: 1440, height: 900 }
const second: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 }
const left = (bounds: Rectangle) => ({ bounds, maximized: false })

describe('placeWindow', () => {
  it('centres the first window', () => {
    expect(placeWindow(null, [screen])).toEqual({ x: 170, y: 90, width: 1100, height: 720 })
  })

  it('comes back where it was', () => {
    const bounds = { x: 1500, y: 40, width: 900, height: 600 }
    expect(placeWindow(left(bounds), [screen, second])).toEqual(bounds)
  })

  it('comes back onto a screen that exists when its own is gone', () => {
    const bounds = { x: 1500, y: 40, width: 900, height: 600 }
    expect(placeWindow(left(bounds), [screen])).toEqual({ x: 270, y: 150, width: 900, height: 600 })
  })

  it('is pulled in where it hangs over an edge', () => {
    expect(placeWindow(left({ x: 1000, y: 500, width: 900, height: 600 }), [screen])).toEqual({
      x: 540,
      y: 300,
      width: 900,
      height: 600,
    })
  })

  it('always lies on one of the screens', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 1, max: 9000 })
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: size, height: size }), (bounds) => {
        const placed = placeWindow(left(bounds), [screen, second])
        const inside = [screen, second].some(
          (area) =>
            placed.x >= area.x &&
            placed.y >= area.y &&
            placed.x + placed.width <= area.x + area.width &&
            placed.y + placed.height <= area.y + area.height,
        )
        expect(inside).toBe(true)
      }),
    )
  })
})

describe('places by arrangement of the screens', () => {
  it('know an arrangement again, whichever screen is named first', () => {
    expect(arrangementOf([screen, second])).toBe(arrangementOf([second, screen]))
    expect(arrangementOf([screen])).not.toBe(arrangementOf([screen, second]))
  })

  it('keep those that were used last', () => {
    const names = Array.from({ length: 10 }, (_, index) => `arrangement ${String(index)}`)
    const places = names.reduce((kept, name, index) => withPlace(kept, name, left({ ...screen, x: index })), {})
    const again = withPlace(places, 'arrangement 4', left({ ...screen, x: 40 }))
    expect(Object.keys(again)).toEqual([...names.slice(2).filter((name) => name !== 'arrangement 4'), 'arrangement 4'])
    expect(again['arrangement 4']?.bounds.x).toBe(40)
  })
})

describe('placeMini', () => {
  const window = { x: 1700, y: 100, width: 1100, height: 720 }

  it('lies in the corner of the screen that the window is on', () => {
    expect(placeMini(null, window, [screen, second], 1)).toEqual({ x: 3024, y: 824, width: 320, height: 240 })
    expect(placeMini(null, { ...window, x: 100 }, [screen, second], 1)).toEqual({ x: 1104, y: 644, width: 320, height: 240 })
  })

  it('comes back where it was left, while that screen is there', () => {
    const kept = { x: 1500, y: 40, width: 300, height: 200 }
    expect(placeMini(kept, window, [screen, second], 1)).toEqual(kept)
    expect(placeMini(kept, window, [screen], 1)).toEqual({ x: 1104, y: 644, width: 320, height: 240 })
  })
})

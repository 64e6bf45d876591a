import { describe, expect, it } from 'vitest'
import { showBadgeOn, type IconPlace } from './badge'

function icon(platform: NodeJS.Platform) {
  const counts: number[] = []
  const overlays: Parameters<IconPlace['setOverlay']>[] = []
  const setOverlay: IconPlace['setOverlay'] = (...overlay) => void overlays.push(overlay)
  const show = showBadgeOn({ setCount: (count) => void counts.push(count), setOverlay }, platform, (count) => `New invitations: ${String(count)}`)
  return { show, counts, overlays }
}

describe('the badge', () => {
  it.each(['linux', 'darwin'] as const)('is the number, and is taken away with it, on %s', (platform) => {
    const { show, counts, overlays } = icon(platform)
    for (const count of [2, 0]) show(count)
    expect(counts).toEqual([2, 0])
    expect(overlays).toEqual([])
  })

  it('is a red dot that says the number, on Windows', () => {
    const { show, counts, overlays } = icon('win32')
    for (const count of [2, 0]) show(count)
    expect(counts).toEqual([])
    const [[dot, words] = [null, ''], none] = overlays
    expect(words).toBe('New invitations: 2')
    expect(none).toEqual([null, ''])
    const pixel = (x: number, y: number) => [...(dot?.pixels.subarray((y * 16 + x) * 4, (y * 16 + x + 1) * 4) ?? [])]
    expect([dot?.size, dot?.pixels.length]).toEqual([16, 16 * 16 * 4])
    expect(pixel(8, 8)).toEqual([0x3f, 0x24, 0xb3, 0xff])
    expect(pixel(0, 0)).toEqual([0, 0, 0, 0])
  })
})

import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { decode, encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { largestPicture } from '../../contract/picture'
import { redrawPicture } from './picture'

const pixels = (side: number, channels: 3 | 4) => Uint8Array.from({ length: side * side * channels }, (_, at) => at % 251)
const png = (side: number, channels: 3 | 4 = 4) =>
  encode({ width: side, height: side, channels, depth: 8, data: pixels(side, channels) })

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A file with a header of its own, whatever its pixels are. */
function made(header: readonly number[], data: Uint8Array, more: readonly Buffer[] = []): Uint8Array {
  const head = Buffer.alloc(13)
  const [width = 0, height = 0, ...rest] = header
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set(rest, 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), ...more, chunk('IDAT', deflateSync(data)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

const rgba = (width: number, height: number) => [width, height, 8, 6, 0, 0, 0]

describe('a picture', () => {
  it.each([3, 4] as const)('of %i channels keeps its pixels', async (channels) => {
    const redrawn = await redrawPicture(png(16, channels))
    if (typeof redrawn === 'string') throw new Error(redrawn)
    expect(decode(redrawn.content)).toMatchObject({ width: 16, height: 16, channels })
    expect([...decode(redrawn.content).data]).toEqual([...pixels(16, channels)])
  })

  it('loses whatever else is in it', async () => {
    const place = chunk('tEXt', Buffer.from('Comment\0taken at home', 'latin1'))
    const profile = chunk('iCCP', Buffer.concat([Buffer.from('x\0\0', 'latin1'), deflateSync(Buffer.alloc(50_000_000))]))
    const file = Buffer.concat([made(rgba(1, 1), Buffer.alloc(5), [place, profile]), Buffer.from('<script>')])
    const redrawn = await redrawPicture(file)
    if (typeof redrawn === 'string') throw new Error(redrawn)
    const text = Buffer.from(redrawn.content).toString('latin1')
    expect(text).not.toMatch(/tEXt|iCCP|taken at home|script/)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a JPEG file', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['too wide', made(rgba(513, 1), Buffer.alloc(1 + 513 * 4))],
    ['too high', made(rgba(1, 513), Buffer.alloc(513 * 5))],
    ['without pixels', made(rgba(0, 0), Buffer.alloc(0))],
    ['more pixels than it says', made(rgba(1, 1), Buffer.alloc(200_000_000))],
    ['fewer pixels than it says', made(rgba(2, 2), Buffer.alloc(5))],
    ['a size that nothing holds', made(rgba(0xffffffff, 0xffffffff), Buffer.alloc(5))],
    ['of 16 bits', made([1, 1, 16, 6, 0, 0, 0], Buffer.alloc(9))],
    ['interlaced', made([1, 1, 8, 6, 0, 0, 1], Buffer.alloc(5))],
    ['cut off', png(16).subarray(0, 60)],
  ])('is refused: %s', async (_, file) => {
    expect(await redrawPicture(file)).toBe('not-a-picture')
  })

  it('is refused where its file is too large', async () => {
    expect(await redrawPicture(new Uint8Array(largestPicture + 1))).toBe('too-large')
  })

  it('is refused or redrawn, whatever was changed in it', async () => {
    const file = png(8)
    const change = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Uint8Array.from(file)
        for (const [at, value] of changes) changed[at] = value
        const redrawn = await redrawPicture(changed)
        if (typeof redrawn !== 'string') expect(decode(redrawn.content).width).toBeLessThanOrEqual(512)
      }),
    )
  })
})

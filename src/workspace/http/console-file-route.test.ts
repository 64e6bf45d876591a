import { Hono } from 'hono'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consoleFileRoute } from './console-file-route'
import { consoleFiles } from './console-files'
import type { WorkspaceEnv } from './request-context'

const script = 'export const words = "again and again"\n'.repeat(100)
const name = 'script-D3adB33f.js'

let folder: string
let app: Hono<WorkspaceEnv>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-console-'))
  writeFileSync(join(folder, name), script)
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(script))
  writeFileSync(join(folder, `${name}.gz`), gzipSync(script))
  writeFileSync(join(folder, 'mark.svg'), '<svg/>')
  app = new Hono<WorkspaceEnv>()
  app.get('/console/*', consoleFileRoute(consoleFiles(folder)))
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`/console/${path}`, { method, headers })
const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: (content: Uint8Array) => content }

describe('a file of the console', () => {
  it.each([
    // What browsers send over TLS, and without it.
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'none'],
    ['zstd', 'none'],
    ['identity', 'none'],
    ['', 'none'],
  ] as const)('comes for “%s” as %s', async (accepted, encoding) => {
    const answer = await get(name, accepted === '' ? {} : { 'accept-encoding': accepted })
    const body = new Uint8Array(await answer.arrayBuffer())
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'none' ? null : encoding)
    expect(Buffer.from(unpack[encoding](body)).toString()).toBe(script)
    if (encoding !== 'none') expect(body.length).toBeLessThan(script.length / 5)
  })

  it('is sent once, each form by a name of its own', async () => {
    const [packed, plain] = [await get(name, { 'accept-encoding': 'br' }), await get(name)]
    const [packedTag, plainTag] = [packed.headers.get('etag') ?? '', plain.headers.get('etag') ?? '']
    expect(packedTag).toMatch(/^"[\w-]{16}-br"$/)
    expect(plainTag).not.toBe(packedTag)
    for (const known of [packedTag, `W/${packedTag}`, `"other", ${packedTag}`]) {
      const again = await get(name, { 'accept-encoding': 'br', 'if-none-match': known })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', packedTag])
      expect(again.headers.get('vary')).toBe('Accept-Encoding')
    }
    expect((await get(name, { 'accept-encoding': 'br', 'if-none-match': plainTag })).status).toBe(200)
  })

  it('is only told of, where that is asked for', async () => {
    const told = await get(name, { 'accept-encoding': 'gzip' }, 'HEAD')
    expect([told.status, await told.text()]).toEqual([200, ''])
    expect(told.headers.get('content-encoding')).toBe('gzip')
    expect(told.headers.get('content-length')).toBe(String(gzipSync(script).length))
  })

  it('comes whole where a part is asked for, which is anybody’s right', async () => {
    const answer = await get(name, { range: 'bytes=0-9' })
    expect([answer.status, await answer.text()]).toEqual([200, script])
  })

  it('comes as it is where there is no smaller form, and is asked about each time where its name may stay', async () => {
    const answer = await get('mark.svg', { 'accept-encoding': 'gzip, br' })
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([null, null])
    expect([answer.headers.get('cache-control'), await answer.text()]).toEqual(['no-cache', '<svg/>'])
  })

  it('has no address for its smaller forms', async () => {
    for (const ending of ['.br', '.gz']) expect((await get(name + ending)).status).toBe(404)
  })
})

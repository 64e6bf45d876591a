import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { listen, type RunningServer } from './servers'

// An Ed25519 key from its 32 bytes (RFC 8410 §7): the tests' own, known to everybody, and in no release.
const seed = createHash('sha256').update('releases of Parley in tests').digest()
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})

/** The public half of the key that test releases are signed with, as a package holds it. */
export const testReleaseKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')

export interface Release {
  version: string
  /** The program itself. */
  file: string
  /** What is served in its place. */
  servedFile?: string
  /** The list is changed after it was signed. */
  isListForged?: boolean
  /** Percent of the computers that are to get it. */
  stage?: number
}

export interface ReleaseServer extends RunningServer {
  /** What is published now. */
  release: Release
}

/** A server of releases as `docs/updates.md` describes one, on the loopback address. */
export async function startReleaseServer(release: Release): Promise<ReleaseServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1')
    asked.push(pathname)
    const content = filesOf(running.release).get(pathname)
    if (content === undefined) return void response.writeHead(404).end()
    response.end(content)
  })
  const running: ReleaseServer = Object.assign(await listen(server, asked), { release })
  return running
}

function filesOf({ version, file, servedFile = file, isListForged = false, stage = 100 }: Release): Map<string, string> {
  const name = `Parley-${version}.AppImage`
  const list = `version: ${version}
files:
  - url: ${name}
    sha512: ${createHash('sha512').update(file).digest('base64')}
    size: ${String(Buffer.byteLength(file))}
stagingPercentage: ${String(stage)}
releaseDate: '2026-01-01T00:00:00.000Z'
`
  const listName = `/latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`
  const signature = sign(null, Buffer.from(list), privateKey).toString('base64')
  return new Map([
    [listName, isListForged ? list.replace(version, '99.0.0') : list],
    [`${listName}.sig`, signature],
    [`/${name}`, servedFile],
  ])
}

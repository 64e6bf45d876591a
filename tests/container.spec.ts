import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { repository } from './harness/modules'
import { expect, test } from './harness/test'

const listSchema = z.array(z.string())
const listeningSchema = z.object({ event: z.literal('listening'), address: z.url() })

/** What the last stage of the `Dockerfile` says. */
async function readContainer() {
  const file = (await readFile(join(repository, 'Dockerfile'), 'utf8')).replaceAll('\\\n', ' ')
  const stage = file.slice(file.lastIndexOf('FROM ')).split('\n')
  const all = (word: string) => stage.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1).trim())
  const list = (line = '') => listSchema.parse(JSON.parse(line.slice(line.indexOf('['))))
  return {
    copied: all('COPY').map((line) => /^--from=build \/parley\/(\S+) \.\/(\S*)$/.exec(line)?.slice(1) ?? [line, '']),
    environment: Object.fromEntries(all('ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('=')))) as Record<string, string>,
    program: list(all('ENTRYPOINT')[0]),
    health: list(all('HEALTHCHECK')[0]),
  }
}

/** Somebody without rights, as in the container; whoever has none themselves stays who they are. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

async function ended(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  return { code, errors }
}

test('what the container has is enough for its program, which runs without rights, says that it is well, is backed up and ends when told', async () => {
  const { copied, environment, program, health } = await readContainer()
  const folder = await mkdtemp(join(tmpdir(), 'parley-container-'))
  await chmod(folder, 0o755)
  const children: ChildProcess[] = []
  try {
    for (const [from = '', to = ''] of copied) {
      const source = join(repository, from)
      await cp(source, join(folder, 'parley', to === '' ? from : to), { recursive: true, dereference: true })
    }
    const data = join(folder, 'data')
    await mkdir(data)
    if (nobody.uid !== undefined) await chown(data, nobody.uid, nobody.gid)
    const env = { PATH: process.env['PATH'] ?? '', ...environment, PARLEY_DATA: data, PARLEY_HOST: '127.0.0.1', PARLEY_PORT: '0' }
    const begin = (words: readonly string[]) => {
      const child = spawn(process.execPath, words.slice(1), { ...nobody, cwd: join(folder, 'parley'), env, stdio: ['ignore', 'pipe', 'pipe'] })
      children.push(child)
      return child
    }
    expect([program[0], health[0]]).toEqual(['node', 'node'])

    const service = begin(program)
    const end = ended(service)
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      service.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('\n')) resolve(listeningSchema.parse(JSON.parse(said)).address)
      })
      void end.then(({ errors }) => reject(new Error(errors)))
    })
    const askedAt = (words: readonly string[]) => words.map((word) => word.replace('http://127.0.0.1:8080', address))
    expect(askedAt(health)).not.toEqual(health)
    expect(await ended(begin(askedAt(health)))).toEqual({ code: 0, errors: '' })
    const page = await fetch(`${address}/`)
    expect(await page.text()).toContain('<title>')
    expect((await ended(begin([...program, 'backup', join(data, 'backup.db')]))).code).toBe(0)

    service.kill('SIGTERM')
    expect((await end).code).toBe(0)
    expect((await ended(begin(askedAt(health)))).code).toBe(1)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
})

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { z } from 'zod'

/** The workspace's program as it runs by itself, built for the tests. */
export interface WorkspaceProgram {
  /** Starts it in a process of its own, and waits until it listens. */
  start(environment: Readonly<Record<string, string>>): Promise<WorkspaceProcess>
  remove(): void
}

export interface WorkspaceProcess {
  readonly address: string
  /** All that it has logged so far. */
  log(): string
  signal(name: NodeJS.Signals): void
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>
}

const announcementSchema = z.object({ event: z.literal('listening'), address: z.url() })

/** Builds the program beside the packages that it needs. */
export async function buildWorkspaceProgram(): Promise<WorkspaceProgram> {
  const place = resolve('node_modules/.parley-test')
  mkdirSync(place, { recursive: true })
  const folder = mkdtempSync(join(place, 'workspace-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve('src/workspace/workspace.ts'), outDir: join(folder, 'main'), target: 'node20' },
  })
  return {
    start: async (environment) => {
      const data = mkdtempSync(join(folder, 'data-'))
      const child = spawn(process.execPath, [join(folder, 'main', 'workspace.js')], {
        env: { PARLEY_DATA: data, PARLEY_PORT: '0', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let log = ''
      child.stderr.on('data', (part: Buffer) => (log += part.toString()))
      const ended = new Promise<number | null>((done) => child.on('close', done))
      const listening = new Promise<string>((done) => {
        createInterface(child.stdout).once('line', (line) => done(announcementSchema.parse(JSON.parse(line)).address))
      })
      const failed = ended.then((status): never => {
        throw new Error(`The workspace ended with ${status}: ${log}`)
      })
      const address = await Promise.race([listening, failed])
      failed.catch(() => undefined)
      return { address, log: () => log, signal: (name) => child.kill(name), ended }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** A process of its own that works on what is in a database, and may be killed at any moment. */
export interface ProcessToKill {
  /** For the database; gone once the process is removed. */
  readonly folder: string
  /**
   * Has it work until it is through, or until it is killed (SIGKILL, which no program notices).
   *
   * @param until Says when, from the moment at which it works on; null for never.
   * @returns Whether it was through before.
   */
  run(parameters: readonly string[], until: Promise<unknown> | number | null): Promise<boolean>
  remove(): void
}

/** Makes a program of a source that writes a line as soon as it works, and ends once there is nothing left to do. */
export async function processToKill(source: URL): Promise<ProcessToKill> {
  // Inside the repository, so that the process finds the database's native package.
  mkdirSync(join(repository, 'out'), { recursive: true })
  const folder = mkdtempSync(join(repository, 'out', 'killed-'))
  const name = basename(fileURLToPath(source), '.ts')
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(source),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
  })
  return {
    folder,
    run: async (parameters, until) => {
      const child = spawn(process.execPath, [join(folder, `${name}.mjs`), ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = once(child, 'exit')
      await Promise.race([once(child.stdout, 'data'), ended])
      if (typeof until === 'number') setTimeout(() => child.kill('SIGKILL'), until).unref()
      else void until?.then(() => child.kill('SIGKILL'))
      await ended
      return child.exitCode === 0
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

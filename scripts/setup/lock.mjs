import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does some work while no other process does work under the same lock. A lock whose process has died is void.
 *
 * @template T
 * @param {string} file the lock's file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true })
  let told = false
  while (!(await take(file))) {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    if (!isAlive(holder)) {
      // An empty file may be one that its owner is just about to fill: it gets the time of one round.
      await wait(200)
      if (Number(await readFile(file, 'utf8').catch(() => '')) === holder) await rm(file, { force: true })
      continue
    }
    if (!told) process.stderr.write(`Waiting for another set-up of Parley (process ${holder}) …\n`)
    told = true
    await wait(200)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

/** @param {string} file @returns {Promise<boolean>} whether the lock is this process's now */
async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

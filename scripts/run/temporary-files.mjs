import { readFileSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'

const inMemory = '/dev/shm'
const roomNeeded = 4 * 1024 ** 3
const memoryNeeded = 8 * 1024 ** 3

/**
 * Where a test run had best put what it throws away again: thousands of databases and profiles, whose files take longer to
 * make and to remove on a disk than most tests do by themselves.
 *
 * @param {{ mounts: string, room: number, memory: number }} system lines of /proc/mounts (proc(5)); bytes free in `/dev/shm`; bytes of memory free
 * @returns {string | null} the folder, or null for the usual one: where there is none in memory, where it is small (in containers
 *   it often is), or where no program can be run from it, as the desktops of the end-to-end tests need
 */
export function folderInMemory({ mounts, room, memory }) {
  const mount = mounts.split('\n').map((line) => line.split(' ')).find(([, place]) => place === inMemory)
  const options = mount?.[3]?.split(',') ?? ['ro']
  if (options.includes('ro') || options.includes('noexec')) return null
  return room >= roomNeeded && memory >= memoryNeeded ? inMemory : null
}

/** Lets everything that is started from now on put its temporary files into memory, where that does and nothing else is wished for. */
export function keepTemporaryFilesInMemory() {
  if (process.platform !== 'linux' || process.env['TMPDIR']) return
  const mounts = readFileSync('/proc/mounts', 'utf8')
  if (!mounts.includes(` ${inMemory} `)) return
  const { bavail, bsize } = statfsSync(inMemory)
  const folder = folderInMemory({ mounts, room: bavail * bsize, memory: freemem() })
  if (folder !== null) process.env['TMPDIR'] = folder
}

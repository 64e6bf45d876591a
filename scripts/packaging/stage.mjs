import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Lays a package's files out as they will stand on the disk, readable by everybody and writable by their owner alone.
 *
 * @param {string} root folder that stands for `/`
 * @param {readonly { from: string, to: string }[]} parts
 */
export function stage(root, parts) {
  for (const { from, to } of parts) {
    const target = join(root, to)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
  for (const path of pathsBelow(root)) {
    const stats = lstatSync(join(root, path))
    if (stats.isSymbolicLink()) continue
    chmodSync(join(root, path), stats.isDirectory() || (stats.mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}

/** Everything below a folder, by its path from there. @param {string} root @returns {string[]} */
export function pathsBelow(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
}

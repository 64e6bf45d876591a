import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { dirname, parse } from 'node:path'
import type { PolicyProblem } from '../../contract/policy'
import { emptyPolicy, parsePolicyText, type Policy } from './parse'

/** Large enough for every entry many times over. */
const largest = 256 * 1024

type ReadFile = { outcome: 'bytes'; bytes: Buffer } | { outcome: 'none' } | { outcome: 'refused'; problem: PolicyProblem['problem'] }

/**
 * Reads a policy's file that nobody but the administrator can have written: it and every folder above it belong
 * to root, others may not write to them, and none is a link.
 *
 * @param path Absolute path.
 * @param owner User id of the administrator: 0, other than in tests.
 * @param trusted Folder that is trusted as it is, with all above it: the file system's root, other than in tests.
 */
export function readTrustedFile(path: string, owner: number, trusted = parse(path).root): ReadFile {
  let file: number | null = null
  try {
    // Not followed if it is a link; not waited for if it is a pipe.
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > largest || !isGuarded(stats, owner)) return { outcome: 'refused', problem: 'not-trusted' }
    for (let folder = dirname(path); folder !== trusted; folder = dirname(folder)) {
      const above = lstatSync(folder)
      if (!above.isDirectory() || !isGuarded(above, owner)) return { outcome: 'refused', problem: 'not-trusted' }
    }
    return { outcome: 'bytes', bytes: readFileSync(file) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return { outcome: 'none' }
    return { outcome: 'refused', problem: code === 'ELOOP' ? 'not-trusted' : 'not-readable' }
  } finally {
    if (file !== null) closeSync(file)
  }
}

function isGuarded({ uid, mode }: Stats, owner: number): boolean {
  return uid === owner && (mode & (constants.S_IWGRP | constants.S_IWOTH)) === 0
}

/** Reads the policy in a JSON file; none when there is no file. See `readTrustedFile`. */
export function readPolicyFile(path: string, owner: number, trusted?: string): Policy {
  const read = readTrustedFile(path, owner, trusted)
  if (read.outcome === 'none') return emptyPolicy
  if (read.outcome === 'refused') return { values: new Map(), problems: [{ entry: null, problem: read.problem, source: path }] }
  return parsePolicyText(read.bytes.toString(), path)
}

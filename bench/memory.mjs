import { readFileSync, readdirSync } from 'node:fs'

/** @typedef {{ all: number, withoutWorkspace: number }} Memory in MB (10^6 bytes) */

// Electron runs the embedded workspace as a utility process of this kind; no other part of the programs measured does.
const workspaceMark = '--utility-sub-type=node.mojom.NodeService'

/**
 * Memory of a process and all its descendants: the proportional set size, in which a page shared by several processes
 * counts once. Linux only.
 *
 * @param {number} pid
 * @returns {Memory | undefined}
 */
export function memoryOf(pid) {
  if (process.platform !== 'linux') return undefined
  const sizes = tree(pid).map((member) => ({ size: proportionalSize(member), isWorkspace: commandLine(member).includes(workspaceMark) }))
  const sum = (/** @type {typeof sizes} */ some) => some.reduce((total, { size }) => total + size, 0)
  return { all: sum(sizes), withoutWorkspace: sum(sizes.filter(({ isWorkspace }) => !isWorkspace)) }
}

/** @param {number} root @returns {number[]} */
function tree(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    // The second field, a name in brackets, may hold anything.
    const parent = Number(read(`/proc/${name}/stat`).replace(/^.*\) /s, '').split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  /** @param {number} pid @returns {number[]} */
  const below = (pid) => [pid, ...(children.get(pid) ?? []).flatMap(below)]
  return below(root)
}

/** @param {number} pid */
const proportionalSize = (pid) => (Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024) / 1e6

/** @param {number} pid */
const commandLine = (pid) => read(`/proc/${pid}/cmdline`)

/** A process may end while one looks at it. @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

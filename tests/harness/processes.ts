import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Starts a program in a process group of its own. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(command, [...args], { ...options, detached: true })
}

/** What a program came to. */
export interface Ended {
  status: number | null
  output: string
  errors: string
}

/**
 * Runs a program to its end.
 *
 * @param options.input What it reads from its standard input.
 * @throws When it can't be started.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { env: Record<string, string>; input?: string; cwd?: string },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { ...options, stdio: 'pipe' })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status, output, errors })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
  })
}

/** A process, as `/proc` shows it. */
export interface ProcessSeen {
  pid: number
  parent: number
  commandLine: string[]
}

/**
 * Lists the processes that work in a test's folder: those that have its path in their environment or on their command
 * line, and what these have started. Both, since programs that set their title (Chromium does) lose their environment.
 */
export function processesIn(folder: string): ProcessSeen[] {
  const all = listProcesses()
  const own = all.filter(({ pid, commandLine }) =>
    [commandLine.join(' '), read(`/proc/${String(pid)}/environ`)].some((text) => text.includes(folder)),
  )
  return [...new Set(own.flatMap((seen) => [seen, ...descendantsAmong(all, seen.pid)]))]
}

/** Lists the processes that a process has started and that still run. */
export function childrenOf(parent: number): ProcessSeen[] {
  return childrenAmong(listProcesses(), parent)
}

/** A field of a process's status (proc(5)), or null. */
export function statusField(pid: number, name: string): string | null {
  return new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(read(`/proc/${String(pid)}/status`))?.[1] ?? null
}

/** Lists a process's children, their children, and so on. */
export function descendantsOf(parent: number): ProcessSeen[] {
  return descendantsAmong(listProcesses(), parent)
}

const childrenAmong = (all: readonly ProcessSeen[], parent: number) => all.filter((seen) => seen.parent === parent)

function descendantsAmong(all: readonly ProcessSeen[], parent: number): ProcessSeen[] {
  return childrenAmong(all, parent).flatMap((child) => [child, ...descendantsAmong(all, child.pid)])
}

function listProcesses(): ProcessSeen[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .map((entry) => ({
      pid: Number(entry),
      parent: parentIn(read(`/proc/${entry}/stat`)),
      commandLine: read(`/proc/${entry}/cmdline`).split(/[\0 ]/).filter(Boolean),
    }))
    .filter(({ commandLine }) => commandLine.length > 0)
}

/** The parent in a process's `stat` (proc(5)): the second field after its name, which may hold anything but a last bracket. */
function parentIn(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended by itself.
  }
}

/** Ends all processes that work in a test's folder, and those that they start in the meantime. */
export async function endAllIn(folder: string): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const left = processesIn(folder)
    if (left.length === 0) return
    for (const { pid } of left) signal(pid, 'SIGKILL')
    await delay(20)
  }
  throw new Error(`Processes in ${folder} could not be ended`)
}

import { fork as forkNode } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { WorkspaceStatus } from '../../contract/app-state'
import { workspaceParameters } from './utility-process'
import { watchWorkspace, type WorkspaceProcess } from './watch'

interface FakeProcess {
  port: number
  sent: object[]
  killed: boolean
  say(message: unknown): void
  exit(): void
}

function setUp() {
  let now = 1_000_000
  const timers: { run: () => void; at: number }[] = []
  const processes: FakeProcess[] = []
  const statuses: WorkspaceStatus[] = []
  const world = { port: null as number | null, forkFails: false }
  const watched = watchWorkspace({
    fork: ({ port }) => {
      if (world.forkFails) throw new Error('no memory')
      let onMessage: (message: unknown) => void = () => undefined
      let onExit: () => void = () => undefined
      const child: FakeProcess = {
        port, sent: [], killed: false, say: (message) => onMessage(message), exit: () => onExit(),
      }
      processes.push(child)
      return {
        onMessage: (listener) => (onMessage = listener),
        onExit: (listener) => (onExit = listener),
        send: (message) => child.sent.push(message),
        kill: () => {
          child.killed = true
          onExit()
        },
      }
    },
    port: { get: () => world.port, set: (port) => (world.port = port) },
    now: () => now,
    setTimer: (run, milliseconds) => {
      const timer = { run, at: now + milliseconds }
      timers.push(timer)
      return () => {
        const place = timers.indexOf(timer)
        if (place >= 0) timers.splice(place, 1)
      }
    },
    onStatus: (status) => statuses.push(status),
  })
  const pass = (milliseconds: number): void => {
    now += milliseconds
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1)
      timer.run()
    }
  }
  const last = (): FakeProcess => {
    const child = processes.at(-1)
    if (child === undefined) throw new Error('nothing was started')
    return child
  }
  const listen = (port: number): void => last().say({ event: 'listening', address: `http://127.0.0.1:${String(port)}` })
  return { watched, world, timers, processes, statuses, pass, last, listen }
}

describe('watchWorkspace', () => {
  it('starts when it is first asked for, and once', async () => {
    const { watched, processes } = setUp()
    expect(processes).toHaveLength(0)
    const address = watched.whenReady(1_000)
    watched.start()
    expect(processes).toHaveLength(1)
    processes[0]?.say({ event: 'listening', address: 'http://127.0.0.1:5000' })
    await expect(address).resolves.toBe('http://127.0.0.1:5000')
  })

  it('starts, tells the address, and keeps the port', async () => {
    const { watched, world, statuses, last, listen } = setUp()
    const ready = watched.whenReady(1_000)
    watched.start()
    watched.start()
    expect(last().port).toBe(0)
    expect(watched.address()).toBeNull()
    expect(watched.lastAddress()).toBeNull()
    listen(41_000)
    expect(await ready).toBe('http://127.0.0.1:41000')
    expect(watched.address()).toBe('http://127.0.0.1:41000')
    expect(world.port).toBe(41_000)
    expect(statuses.map(({ state }) => state)).toEqual(['starting', 'ready'])
  })

  it('asks for the same port again, and follows when it moved', () => {
    const { watched, world, last, listen } = setUp()
    world.port = 41_000
    watched.start()
    expect(last().port).toBe(41_000)
    listen(41_001)
    expect(world.port).toBe(41_001)
  })

  it.each([
    ['another event', { event: 'hello', address: 'http://127.0.0.1:1' }],
    ['another host', { event: 'listening', address: 'http://evil.example:80' }],
    ['a name', { event: 'listening', address: 'http://localhost:4000' }],
    ['a path', { event: 'listening', address: 'http://127.0.0.1:4000/x' }],
    ['https', { event: 'listening', address: 'https://127.0.0.1:4000' }],
    ['nothing', null],
  ])('does not take %s for its address', (_what, message) => {
    const { watched, last } = setUp()
    watched.start()
    last().say(message)
    expect(watched.status()).toEqual({ state: 'starting' })
  })

  it('starts it again, later and later, then gives up until asked', async () => {
    const { watched, processes, statuses, pass, last, timers } = setUp()
    watched.start()
    for (const pause of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000]) {
      last().exit()
      const before = processes.length
      pass(pause - 1)
      expect(processes).toHaveLength(before)
      pass(1)
      expect(processes).toHaveLength(before + 1)
    }
    expect(watched.status()).toEqual({ state: 'restarting', attempt: 7 })
    last().exit()
    expect(watched.status()).toEqual({ state: 'failed' })
    await expect(watched.whenReady(10)).rejects.toThrow()
    expect(timers).toEqual([])
    watched.retry()
    expect(processes).toHaveLength(9)
    expect(statuses.at(-1)).toEqual({ state: 'starting' })
  })

  it('counts from one again after a minute of health', () => {
    const { watched, pass, last, listen } = setUp()
    watched.start()
    last().exit()
    pass(500)
    last().exit()
    expect(watched.status()).toEqual({ state: 'restarting', attempt: 2 })
    pass(1_000)
    listen(41_000)
    pass(60_000)
    last().exit()
    expect(watched.status()).toEqual({ state: 'restarting', attempt: 1 })
    expect(watched.address()).toBeNull()
    expect(watched.lastAddress()).toBe('http://127.0.0.1:41000')
  })

  it('ends a process that does not listen in time', () => {
    const { watched, pass, last } = setUp()
    watched.start()
    pass(30_000)
    expect(last().killed).toBe(true)
    expect(watched.status()).toEqual({ state: 'restarting', attempt: 1 })
  })

  it('survives a system that can start nothing', () => {
    const { watched, world, pass } = setUp()
    world.forkFails = true
    watched.start()
    expect(watched.status()).toEqual({ state: 'restarting', attempt: 1 })
    world.forkFails = false
    pass(500)
    expect(watched.status()).toEqual({ state: 'restarting', attempt: 1 })
  })

  it('stops it when asked, and starts nothing afterwards', async () => {
    const { watched, processes, pass, last, listen, timers } = setUp()
    watched.start()
    listen(41_000)
    const stopped = watched.stop()
    expect(last().sent).toEqual([{ event: 'stop' }])
    last().exit()
    await stopped
    expect(watched.status()).toEqual({ state: 'stopped' })
    watched.retry()
    watched.start()
    pass(60_000)
    expect(processes).toHaveLength(1)
    expect(timers).toEqual([])
  })

  it('kills one that does not stop, and one restart that was planned does not happen', async () => {
    const hanging = setUp()
    hanging.watched.start()
    hanging.listen(41_000)
    const stopped = hanging.watched.stop()
    hanging.pass(5_000)
    await stopped
    expect(hanging.last().killed).toBe(true)

    const planned = setUp()
    planned.watched.start()
    planned.last().exit()
    await planned.watched.stop()
    planned.pass(60_000)
    expect(planned.processes).toHaveLength(1)
  })

  it('tells those who wait when it takes too long', async () => {
    const { watched, pass } = setUp()
    watched.start()
    const ready = watched.whenReady(1_000)
    pass(1_000)
    await expect(ready).rejects.toThrow()
  })
})

describe('with a real process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-watch-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('comes back after the process was killed, on the same port, and stops', async () => {
    const script = join(folder, 'workspace.mjs')
    writeFileSync(
      script,
      `import { createServer } from 'node:http'
       const wanted = Number(process.argv.find((one) => one.startsWith('--port=')).slice(7))
       const server = createServer((_, response) => response.end('ok'))
       server.listen(wanted, '127.0.0.1', () =>
         process.send({ event: 'listening', address: 'http://127.0.0.1:' + server.address().port }))
       process.on('message', ({ event }) => event === 'stop' && process.exit(0))`,
    )
    const children: ReturnType<typeof forkNode>[] = []
    let port: number | null = null
    const fork = (options: { port: number }): WorkspaceProcess => {
      const child = forkNode(script, workspaceParameters({ dataFolder: folder, consoleFolder: folder, sample: false }, options.port))
      children.push(child)
      return {
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.once('exit', () => listener()),
        send: (message) => void child.send(message),
        kill: () => void child.kill('SIGKILL'),
      }
    }
    const watched = watchWorkspace({
      fork,
      port: { get: () => port, set: (given) => (port = given) },
      now: () => Date.now(),
      setTimer: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
      onStatus: () => undefined,
    })
    watched.start()
    const first = await watched.whenReady(10_000)
    children[0]?.kill('SIGKILL')
    await expect.poll(() => watched.status().state).toBe('restarting')
    expect(await watched.whenReady(10_000)).toBe(first)
    expect(await (await fetch(first)).text()).toBe('ok')
    await watched.stop()
    expect(children).toHaveLength(2)
    expect(children[1]?.exitCode).toBe(0)
  })
})

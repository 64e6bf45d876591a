import { describe, expect, it } from 'vitest'
import { desk, newer } from './test-desk'
import { UpdateError } from './updater'

describe('updates', () => {
  it('loads and asks nothing before the first look, which comes some minutes after the start', async () => {
    const { begin, look, done, last } = desk()
    await begin()
    expect(done).toEqual([])
    expect(last()).toEqual({ state: 'none', checkedAt: null })
    expect(await look()).toBe(3 * 60_000)
    expect(done.slice(0, 2)).toEqual(['load', 'check'])
  })

  it('are fetched by themselves and wait for a restart; another look comes hours later', async () => {
    const { begin, look, done, states, last, timers } = desk()
    await begin()
    await look()
    expect(states.map(({ update }) => update.state)).toEqual(['none', 'checking', 'available', 'downloading', 'downloading', 'ready'])
    expect(last()).toEqual({ state: 'ready', version: '0.2.0' })
    expect(done).toEqual(['load', 'check', 'download', 'tell 0.2.0 ready'])
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([6.75 * 60 * 60_000])
  })

  it.each(['find', 'load'] as const)('are looked for again where it could not %s once', async (what) => {
    const { begin, look, last, world, updates, timers } = desk()
    world.breaks = what
    await begin()
    expect(timers).toHaveLength(1)
    await look()
    await updates.check()
    expect(last()).toMatchObject({ state: 'failed', during: 'check' })
    world.breaks = null
    await updates.check()
    expect(last()).toMatchObject({ state: 'ready' })
  })

  it('are only told of, once for each release, where the person wants that', async () => {
    const { begin, look, done, last, updates } = desk({ mode: 'tell' })
    await begin()
    await look()
    await look()
    expect(done).toEqual(['load', 'check', 'tell 0.2.0 available', 'check'])
    expect(last()).toEqual({ state: 'available', ...newer })
    await updates.download()
    expect(last()?.state).toBe('ready')
  })

  it('are not looked for where the person wants none; a check by hand works', async () => {
    const { begin, look, done, updates, last } = desk({ mode: 'never', release: null })
    await begin()
    await look()
    expect(done).toEqual([])
    await updates.check()
    expect(last()).toEqual({ state: 'none', checkedAt: 1_000 })
  })

  it('are none of the person’s business where the policy forbids them', async () => {
    const { begin, look, done, updates, world } = desk({ mode: 'never' })
    world.isForbidden = true
    await begin()
    await look()
    await updates.check()
    await updates.download()
    await updates.restart()
    expect(done).toEqual([])
  })

  it('are said to be impossible for a copy that was unpacked by hand', async () => {
    const { begin, done, updates, states, timers } = desk({ supported: false })
    await begin()
    await updates.check()
    expect(timers).toEqual([])
    expect(done).toEqual([])
    expect(states.filter(({ update }) => update.state !== 'unsupported')).toEqual([])
  })

  it('wait for the end of a meeting: the look, what is fetched, and the restart', async () => {
    const { begin, look, done, updates, world, states, last, settle } = desk()
    await begin()
    world.inMeeting = true
    updates.apply()
    await look()
    expect(done).toEqual([])
    expect(states.at(-1)?.isHeld).toBe(true)

    await updates.check()
    expect(last()?.state).toBe('available')
    expect(done).not.toContain('download')
    world.inMeeting = false
    updates.apply()
    await settle()
    expect(last()?.state).toBe('ready')

    world.inMeeting = true
    await updates.restart()
    expect(done).not.toContain('quit')
  })

  it.each(['automatic', 'tell'] as const)('that are being fetched stop as a meeting begins, and go on after it (%s)', async (mode) => {
    const { begin, updates, world, done, last, settle } = desk({ mode })
    await begin()
    world.isSlow = true
    const checked = updates.check()
    await settle()
    const fetched = mode === 'tell' ? updates.download() : checked
    await settle()
    expect(last()).toEqual({ state: 'downloading', ...newer, percent: 40 })

    world.inMeeting = true
    updates.apply()
    await fetched
    expect(last()).toEqual({ state: 'available', ...newer })
    world.isSlow = false
    updates.apply()
    await settle()
    expect(last()?.state).toBe('available')
    world.inMeeting = false
    updates.apply()
    await settle()
    expect(last()).toEqual({ state: 'ready', version: '0.2.0' })
    expect(done.filter((each) => each === 'download')).toHaveLength(2)
  })

  it('go on at once where the meeting is over before the stop is', async () => {
    const { begin, updates, world, last, settle } = desk()
    await begin()
    world.isSlow = true
    void updates.check()
    await settle()
    world.inMeeting = true
    updates.apply()
    world.inMeeting = false
    world.isSlow = false
    updates.apply()
    await settle()
    expect(last()?.state).toBe('ready')
  })

  it('are installed by the very end of the program, and only where that was asked for', async () => {
    const { begin, look, done, updates } = desk()
    await begin()
    await look()
    updates.atTheEnd()
    expect(done).not.toContain('install')
    await updates.restart()
    expect(done.at(-1)).toBe('quit')
    updates.atTheEnd()
    expect(done.at(-1)).toBe('install')
  })

  it('of a system’s package are installed while Parley runs, so that a refusal is told', async () => {
    const { begin, look, done, updates, world, last, states } = desk({ installs: 'while-running' })
    await begin()
    await look()
    expect(states.at(-1)?.asksForPassword).toBe(true)
    world.installed = false
    await updates.restart()
    expect(last()).toEqual({ state: 'failed', problem: 'install', during: 'install' })
    expect(done).not.toContain('relaunch')

    world.installed = true
    await updates.check()
    await updates.restart()
    expect(done.slice(-2)).toEqual(['install', 'relaunch'])
    // Another click, while Parley ends, asks for no second password.
    await updates.restart()
    expect(done.filter((what) => what === 'install')).toHaveLength(2)
  })

  it.each(['connection', 'untrusted', 'disk'] as const)('say what stopped them (%s), and go on when asked again', async (problem) => {
    const { begin, look, updates, world, last } = desk()
    await begin()
    world.failure = new UpdateError(problem, null)
    await look()
    expect(last()).toEqual({ state: 'failed', problem, during: 'check' })
    world.failure = null
    await updates.check()
    expect(last()?.state).toBe('ready')
  })

  it('that could not be fetched are fetched when asked again', async () => {
    const { begin, updates, world, last } = desk({ mode: 'tell' })
    await begin()
    await updates.check()
    world.failure = new UpdateError('untrusted', null)
    await updates.download()
    expect(last()).toEqual({ state: 'failed', problem: 'untrusted', during: 'download' })
    world.failure = null
    await updates.download()
    expect(last()?.state).toBe('ready')
  })
})

import { describe, expect, it } from 'vitest'
import { startLater } from './start-later'

function open() {
  let timers: { at: number; run: () => void }[] = []
  let time = 0
  let done = 0
  const start = startLater({
    work: () => (done += 1),
    setTimer: (run, milliseconds) => {
      const timer = { at: time + milliseconds, run }
      timers.push(timer)
      return () => (timers = timers.filter((other) => other !== timer))
    },
  })
  const pass = (milliseconds: number) => {
    time += milliseconds
    for (const timer of timers.filter(({ at }) => at <= time)) {
      timers = timers.filter((other) => other !== timer)
      timer.run()
    }
  }
  return { start, pass, done: () => done }
}

describe('startLater', () => {
  it('waits until the first screen has had its time', () => {
    const { start, pass, done } = open()
    pass(400)
    start.painted()
    pass(100)
    expect(done()).toBe(0)
    pass(100)
    expect(done()).toBe(1)
  })

  it('waits for nothing when somebody asks for something', () => {
    const { start, pass, done } = open()
    start.heard('state.get')
    start.heard('workspace.prepare')
    expect(done()).toBe(0)
    start.heard('session.signIn')
    expect(done()).toBe(1)
    start.painted()
    pass(10_000)
    expect(done()).toBe(1)
  })

  it('does not wait for ever for a page that is never painted', () => {
    const { pass, done } = open()
    pass(2_900)
    expect(done()).toBe(0)
    pass(200)
    expect(done()).toBe(1)
  })

  it('is not put off by a page that says so again and again', () => {
    const { start, pass, done } = open()
    for (let count = 0; count < 5; count += 1) {
      start.painted()
      pass(100)
    }
    expect(done()).toBe(1)
  })
})

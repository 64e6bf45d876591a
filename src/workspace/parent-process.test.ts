import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { connectParent } from './parent-process'

const announcement = { event: 'listening', address: 'http://127.0.0.1:1' } as const

it('speaks over the message port of a utility process', () => {
  const posted: unknown[] = []
  const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => posted.push(message) })
  const parent = connectParent({ parentPort: port, write: () => posted.push('written'), onSignal: () => undefined })
  parent.announce(announcement)
  const stop = vi.fn()
  parent.onStop(stop)
  port.emit('message', { data: { event: 'other' } })
  port.emit('message', { data: null })
  expect(stop).not.toHaveBeenCalled()
  port.emit('message', { data: { event: 'stop' } })
  port.emit('message', { data: { event: 'stop' } })
  expect(stop).toHaveBeenCalledTimes(1)
  expect(posted).toEqual([announcement])
})

it('writes a line where there is no port', () => {
  const written: string[] = []
  const signals: (() => void)[] = []
  const parent = connectParent({
    parentPort: undefined,
    write: (line) => written.push(line),
    onSignal: (stop) => signals.push(stop),
  })
  parent.announce(announcement)
  const stop = vi.fn()
  parent.onStop(stop)
  for (const signal of signals) signal()
  expect(written).toEqual(['{"event":"listening","address":"http://127.0.0.1:1"}\n'])
  expect(stop).toHaveBeenCalledTimes(1)
})

import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { noteUncaught } from './uncaught'

/** A process whose events tests send. */
const failing = () => Object.assign(new EventEmitter(), { stderr: new EventEmitter() })

it('a terminal that was closed is no failure, which would be written to it again', () => {
  const noted: unknown[] = []
  const process = failing()
  noteUncaught(process, { error: (...what) => noted.push(what) })
  process.stderr.emit('error', new Error('EPIPE'))
  expect(noted).toEqual([])
})

it('a failure that nobody has taken is noted, and shown to nobody', () => {
  const noted: unknown[] = []
  const process = failing()
  noteUncaught(process, { error: (...what) => noted.push(what) })
  const error = new Error('ENOSPC')
  process.emit('uncaughtException', error)
  process.emit('unhandledRejection', error)
  expect(noted).toEqual([['uncaught', error], ['unhandled', error]])
})

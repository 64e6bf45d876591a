import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { noteUncaught } from './uncaught'

it('a failure that nobody has taken is noted, and shown to nobody', () => {
  const noted: unknown[] = []
  const process = new EventEmitter()
  noteUncaught(process, { error: (...what) => noted.push(what) })
  const error = new Error('ENOSPC')
  process.emit('uncaughtException', error)
  process.emit('unhandledRejection', error)
  expect(noted).toEqual([['uncaught', error], ['unhandled', error]])
})

import { expect, it } from 'vitest'
import { endings } from './endings'

function world(fails: (what: string) => boolean, isStuck = false) {
  const done: string[] = []
  const step = (what: string) => async () => {
    done.push(what)
    if (fails(what)) throw new Error(`${what} failed`)
  }
  const end = endings({
    meetings: { close: step('meetings') },
    accounts: {
      stop: step('accounts'),
      isStuck: () => isStuck,
    },
    workspace: { stop: step('workspace') },
    files: [{ open: () => step('settings')().then(() => null) }, { open: () => step('memory')().then(() => null) }],
    updates: { atTheEnd: () => void done.push('updates') },
    log: { note: (what) => done.push(`note ${what}`), error: (what) => done.push(`error ${what}`), close: step('log') },
    kill: () => done.push('kill'),
  })
  return { end, done }
}

const all = ['meetings', 'accounts', 'workspace', 'settings', 'memory', 'note ended', 'log', 'updates']

it('ends everything, in its order', async () => {
  const { end, done } = world(() => false)
  await end()
  expect(done).toEqual(all)
})

it('ends the rest where something fails, and notes that', async () => {
  const { end, done } = world(() => true, true)
  await end()
  expect(done.filter((what) => all.includes(what))).toEqual(all)
  expect(done.filter((what) => what.startsWith('error'))).toEqual([
    'error end of meetings', 'error end of accounts', 'error end of workspace', 'error end of settings', 'error end of settings', 'error end of log',
  ])
  expect(done.at(-1)).toBe('kill')
})

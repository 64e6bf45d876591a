import { expect, it } from 'vitest'
import type { ShowOutcome } from '../accounts/system-accounts'
import { readCommandLine } from './command-line'
import { followCommandLines } from './follow'

/** Follows a command line, and tells in order what it did. */
async function follow(args: readonly string[], outcome: ShowOutcome = 'shown'): Promise<unknown[]> {
  const done: unknown[] = []
  const { begin, lead } = followCommandLines({
    addNotice: (notice) => done.push(notice),
    speak: (language) => done.push(`speaks ${language}`),
    showWorkspace: async (typed) => {
      done.push(`shows ${typed}`)
      return outcome
    },
    goTo: ({ page }) => done.push(`goes to ${page}`),
  })
  const line = readCommandLine(args)
  begin(line)
  await lead(line)
  return done
}

it('does what is asked for: the workspace before its page', async () => {
  expect(await follow(['--lang=de', '--workspace=meet.example.com', 'parley://meetings'])).toEqual([
    'speaks de', 'shows meet.example.com', 'goes to meetings',
  ])
  expect(await follow([])).toEqual([])
})

it('tells what it could not follow, and goes on', async () => {
  expect(await follow(['--lang=xx', '--hidden=1', 'parley://nowhere'])).toEqual([
    { kind: 'unknown-link' },
    { kind: 'command-line', options: ['--lang', '--hidden'] },
  ])
  expect(await follow(['--workspace=http://evil.example.com', 'parley://contacts'], 'not-secure')).toEqual([
    'shows http://evil.example.com',
    { kind: 'workspace-not-shown', problem: 'not-secure' },
    'goes to contacts',
  ])
})

import { expect, it } from 'vitest'
import { rememberAnswered } from './answered-lists'

function open(names: string[], name: () => string | null = () => 'first.anna') {
  const noted: string[] = []
  const changes: string[][] = []
  const memory = { answeredLists: names }
  const read = () => ({ ...emptyMemory, ...memory })
  const history = rememberAnswered({
    memory: { read, change: (part) => void changes.push((memory.answeredLists = part.answeredLists ?? [])) },
    name,
    note: (what, details) => noted.push(JSON.stringify([what, details])),
  })
  return { history, changes, noted }
}

const emptyMemory = {
  window: null, windows: {}, miniWindows: {}, workspacePort: null, accounts: [], current: null, account: null, figures: {}, toldOfHiding: false,
  certificates: {}, toldReminders: [], managedAcceleration: null, managedLanguage: null, managedCrashReportsTo: null,
}

it('remembers for each person alone, once', () => {
  let person: string | null = 'first.anna'
  const { history, changes } = open(['k1.ben'], () => person)
  expect(history.hasAnswered()).toBe(false)
  history.answered()
  history.answered()
  expect(changes).toEqual([['k1.ben', 'first.anna']])
  expect(history.hasAnswered()).toBe(true)
  person = 'first.cem'
  expect(history.hasAnswered()).toBe(false)
  person = null
  history.answered()
  expect([history.hasAnswered(), changes.length]).toEqual([false, 1])
})

it('notes what is missing once, until it is something else', () => {
  const { history, noted } = open([])
  for (const problem of ['workspace-error', 'workspace-error', 'too-slow'] as const) history.stillMissing(problem)
  expect(noted).toEqual([
    '["meetings",{"list":"stand-alone","problem":"workspace-error"}]',
    '["meetings",{"list":"stand-alone","problem":"too-slow"}]',
  ])
})

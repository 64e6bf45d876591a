import { describe, expect, it } from 'vitest'
import { parseCollectionPath, parseFlag, probeSecretService, type CommandResult } from './secret-service'

const login = '/org/freedesktop/secrets/collection/login'

describe('the answers of dbus-send, busctl and gdbus', () => {
  it.each([
    [`   ${login}`, login],
    [`o "${login}"`, login],
    [`(objectpath '${login}',)`, login],
    ['   /', null],
    ['o "/"', null],
    [`(objectpath '/',)`, null],
    ['', null],
  ])('path in %j', (output, path) => {
    expect(parseCollectionPath(output)).toBe(path)
  })

  it.each([
    ['   variant       boolean true', true],
    ['v b false', false],
    ['(<true>,)', true],
    ['nothing', null],
  ])('flag in %j', (output, flag) => {
    expect(parseFlag(output)).toBe(flag)
  })
})

const said = (output: string, status = 0): CommandResult => ({ outcome: 'ended', status, output })

function probeWith(answers: { alias?: CommandResult; locked?: CommandResult; commands?: string[]; bus?: boolean }) {
  const asked: string[] = []
  const commands = answers.commands ?? ['dbus-send']
  const probe = probeSecretService({
    hasBus: () => Promise.resolve(answers.bus ?? true),
    run: (command, parameters) => {
      if (!commands.includes(command)) return Promise.resolve({ outcome: 'absent' })
      asked.push(command)
      const isAlias = parameters.some((parameter) => parameter.includes('ReadAlias'))
      return Promise.resolve((isAlias ? answers.alias : answers.locked) ?? said(''))
    },
  })
  return { probe, asked }
}

describe('probeSecretService', () => {
  it.each([
    ['no bus', { bus: false }, 'missing'],
    ['no command to ask with', { commands: [] }, 'unknown'],
    ['no service', { alias: said('', 1) }, 'missing'],
    ['a service that does not answer', { alias: { outcome: 'too-slow' } as const }, 'missing'],
    ['no default collection', { alias: said('   /') }, 'missing'],
    ['a locked one', { alias: said(login), locked: said('variant boolean true') }, 'locked'],
    ['an unlocked one', { alias: said(login), locked: said('variant boolean false') }, 'available'],
    ['one that went away', { alias: said(login), locked: said('', 1) }, 'missing'],
    ['an answer that makes no sense', { alias: said(login), locked: said('maybe') }, 'unknown'],
  ])('%s', async (_what, answers, expected) => {
    expect(await probeWith(answers).probe()).toBe(expected)
  })

  it('uses the first command that the system has', async () => {
    const { probe, asked } = probeWith({ commands: ['gdbus'], alias: said(login), locked: said('(<false>,)') })
    expect(await probe()).toBe('available')
    expect(asked).toEqual(['gdbus', 'gdbus'])
  })
})

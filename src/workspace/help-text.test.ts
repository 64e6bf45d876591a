import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { helpText } from './help-text'
import { commands } from './maintenance/command-names'
import { environmentNames, onCommandLine } from './options'

const documented = readFileSync(new URL('../../docs/self-hosting.md', import.meta.url), 'utf8')

it.each([
  ['--help', helpText()],
  ['docs/self-hosting.md', documented],
])('has every option, name in the environment and command: %s', (_, text) => {
  for (const name of Object.keys(onCommandLine)) expect(text).toMatch(new RegExp(`--${name}(?![\\w-])`))
  for (const name of Object.values(environmentNames)) expect(text).toMatch(new RegExp(`\\b${name}\\b`))
  for (const command of commands) expect(text).toMatch(new RegExp(`\\b${command}\\b`))
})

it('fits a terminal', () => {
  for (const line of helpText().split('\n')) expect(line.length).toBeLessThanOrEqual(120)
})

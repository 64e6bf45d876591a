import { expect, it } from 'vitest'
import { argumentsAgain } from './arguments-again'

it('shows the window after a restart, and opens no link again', () => {
  const given = ['/opt/parley/app', '--hidden', '--language=fr', 'Parley://join/m12-345-678']
  expect(argumentsAgain(given)).toEqual(['/opt/parley/app', '--language=fr'])
})

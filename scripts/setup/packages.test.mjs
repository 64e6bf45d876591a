import { expect, test } from 'vitest'
import { differences } from './packages.mjs'

const a = { version: '1.0.0', integrity: 'sha512-a' }

test('the same packages are no difference', () => {
  expect(differences({ '': {}, 'node_modules/a': a }, { 'node_modules/a': { ...a } })).toEqual([])
})

test('a package that is missing, left over, or of another version or content is one', () => {
  expect(differences({ 'node_modules/a': a }, {})).toEqual(['node_modules/a'])
  expect(differences({}, { 'node_modules/a': a })).toEqual(['node_modules/a'])
  expect(differences({ 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } })).toEqual(['node_modules/a'])
  expect(differences({ 'node_modules/a': a }, { 'node_modules/a': { ...a, integrity: 'sha512-b' } })).toEqual(['node_modules/a'])
})

test('a package for another system may be missing', () => {
  expect(differences({ 'node_modules/a': { ...a, optional: true } }, {})).toEqual([])
})

import { expect, it } from 'vitest'
import { readAddresses } from './read-addresses'

it.each([
  ['', []],
  ['a@example.com', ['a@example.com']],
  ['a@example.com, b@example.com;c@example.com\nd@example.com', ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com']],
  ['Anna Example <a@example.com>, "Bo, B." <b@example.com>', ['a@example.com', '"Bo', 'b@example.com']],
  ['a@example.com a@example.com', ['a@example.com']],
])('reads %j', (text, addresses) => {
  expect(readAddresses(text)).toEqual(addresses)
})

import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { plainStart, type CommandLine } from '../command-line/command-line'
import { hearStarts } from './later-starts'

function world() {
  const app = new EventEmitter()
  const starts = hearStarts(app)
  const followed: CommandLine[] = []
  return {
    starts,
    followed,
    follow: () => starts.follow((line) => followed.push(line)),
    second: (handedOver: unknown, args: string[] = ['/opt/parley/app']) => app.emit('second-instance', {}, args, '/', handedOver),
    link: (address: string) => app.emit('open-url', { preventDefault: () => undefined }, address),
  }
}
const home = { ...plainStart, link: { kind: 'page', destination: { page: 'home' } } } as const
const about = { ...plainStart, link: { kind: 'page', destination: { page: 'settings.about' } } } as const

it('a start that comes before anybody follows is followed all the same', () => {
  const { follow, followed, second, link } = world()
  second({ args: ['--hidden'] })
  link('parley://home')
  expect(followed).toEqual([])
  follow()
  expect(followed).toEqual([{ ...plainStart, hidden: true }, home])
  second({ args: ['parley://settings/about'] })
  expect(followed.at(-1)).toEqual(about)
})

it('the link that macOS starts Parley with is this start’s own; another one comes after it', () => {
  const { starts, follow, followed, second, link } = world()
  expect(starts.takeLink()).toBeNull()
  second({ args: ['parley://settings/about'] })
  link('parley://home')
  link('parley://nowhere')
  expect(starts.takeLink()).toEqual(home.link)
  follow()
  expect(followed).toEqual([about, { ...plainStart, link: { kind: 'unknown' } }])
})

it.each([undefined, null, 'parley://home', { args: 'parley://home' }, { args: [1] }, {}])('goes by Chromium’s list where none was handed over: %j', (handedOver) => {
  const { follow, followed, second } = world()
  follow()
  second(handedOver, ['/opt/parley/app', '--hidden', 'parley://home'])
  expect(followed).toEqual([{ ...home, hidden: true }])
})

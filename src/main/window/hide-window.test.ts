import { expect, it } from 'vitest'
import { hideWindow } from './hide-window'

/** Hides a window, and tells in order what was done; macOS takes its time to leave the full screen. */
function hide(platform: NodeJS.Platform, isFull: boolean, isClosedMeanwhile = false): string[] {
  const done: string[] = []
  const left: (() => void)[] = []
  const window = {
    isDestroyed: () => isClosedMeanwhile && done.length > 0,
    isFullScreen: () => isFull,
    setFullScreen: (to: boolean) => done.push(`full screen: ${String(to)}`),
    once: (_event: 'leave-full-screen', listener: () => void) => left.push(listener),
    hide: () => done.push('hidden'),
  }
  hideWindow(window, platform, () => done.push('told'))
  for (const listener of left) listener()
  return done
}

it('leaves macOS’ full screen first, which would stay behind, black and empty', () => {
  expect(hide('darwin', true)).toEqual(['full screen: false', 'hidden', 'told'])
  expect(hide('darwin', false)).toEqual(['hidden', 'told'])
  expect(hide('darwin', true, true)).toEqual(['full screen: false'])
})

it.each(['linux', 'win32'] as const)('hides at once on %s', (platform) => {
  expect(hide(platform, true)).toEqual(['hidden', 'told'])
})

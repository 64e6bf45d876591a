import { expect, it, vi } from 'vitest'
import { keepZoom } from './zoom'

/** A window whose page has a size already, as Chromium keeps it for its address. */
function zoomedWindow(factor: number) {
  const navigated: (() => void)[] = []
  let current = factor
  const setZoomFactor = vi.fn((to: number) => void (current = to))
  const webContents = { on: (_event: string, listener: () => void) => void navigated.push(listener), getZoomFactor: () => current, setZoomFactor }
  const navigate = (to: number): void => {
    current = to
    for (const listener of navigated) listener()
  }
  return { window: { isDestroyed: () => false, webContents }, setZoomFactor, navigate, factor: () => current }
}

it('says nothing of its size to a page that was not painted yet, and changes it afterwards', async () => {
  const { window, navigate, setZoomFactor, factor } = zoomedWindow(1)
  let paint = (): void => undefined
  const zoomTo = keepZoom(window, 150, new Promise((resolve) => (paint = resolve)))
  navigate(1)
  zoomTo(175)
  expect(setZoomFactor).not.toHaveBeenCalled()
  paint()
  await vi.waitFor(() => expect(factor()).toBe(1.75))
})

it('leaves a page alone that has its size, whatever the rounding, and mends one that comes with another', async () => {
  const { window, navigate, setZoomFactor, factor } = zoomedWindow(1.4999999)
  const painted = Promise.resolve()
  const zoomTo = keepZoom(window, 150, painted)
  await painted
  expect(setZoomFactor).not.toHaveBeenCalled()
  navigate(1)
  expect(factor()).toBe(1.5)
  zoomTo(80)
  expect(factor()).toBe(0.8)
})

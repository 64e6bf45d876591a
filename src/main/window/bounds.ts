/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** Where the window was left. */
export interface WindowPlace {
  bounds: Rectangle
  maximized: boolean
}

export const smallestWindow = { width: 480, height: 480 } as const
const firstWindow = { width: 1100, height: 720 } as const

/** How much of the window's top edge must be reachable, so that a person can drag it. */
const reachable = { width: 120, height: 32 } as const

/**
 * Places the window: where it was, if a screen is still there, else centred on the first screen.
 *
 * @param place Where the window was left, or null on the first run.
 * @param workAreas The screens' work areas, the primary one first; never empty.
 * @returns Bounds that lie on a screen and are no larger than it.
 */
export function placeWindow(place: WindowPlace | null, workAreas: readonly Rectangle[]): Rectangle {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...firstWindow }
  const wanted = place?.bounds
  const home = wanted === undefined ? undefined : workAreas.find((area) => titleIsReachable(wanted, area))
  if (wanted === undefined || home === undefined) return centred(wanted ?? firstWindow, primary)
  const size = fit(wanted, home)
  return {
    ...size,
    x: clamp(wanted.x, home.x, home.x + home.width - size.width),
    y: clamp(wanted.y, home.y, home.y + home.height - size.height),
  }
}

function titleIsReachable(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const height = Math.min(bounds.y + reachable.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return width >= reachable.width && height >= reachable.height / 2
}

function fit(size: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(Math.max(size.width, smallestWindow.width), area.width),
    height: Math.min(Math.max(size.height, smallestWindow.height), area.height),
  }
}

function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const { width, height } = fit(size, area)
  return {
    width,
    height,
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}

/** Screens as they are arranged now, as a text that is the same whenever they are: at the desk, on the road. */
export function arrangementOf(workAreas: readonly Rectangle[]): string {
  return workAreas
    .map(({ x, y, width, height }) => [x, y, width, height].join(','))
    .sort()
    .join(' ')
}

/** Where the window was left, by arrangement of the screens; the one that was used last comes last. */
export type PlacesByScreens = Readonly<Record<string, WindowPlace>>

/** More arrangements than these are seldom: the oldest is forgotten. */
const mostArrangements = 8

/** The places with the one of an arrangement that was used now. */
export function withPlace(places: PlacesByScreens, arrangement: string, place: WindowPlace): PlacesByScreens {
  const others = Object.entries(places).filter(([name]) => name !== arrangement)
  return Object.fromEntries([...others.slice(1 - mostArrangements), [arrangement, place]])
}

/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

type Size = Pick<Rectangle, 'width' | 'height'>

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
  return pulledIn(wanted, home, smallestWindow)
}

/** The rectangle as a whole inside an area, no smaller than it may be. */
function pulledIn(wanted: Rectangle, area: Rectangle, smallest: Size): Rectangle {
  const size = fit(wanted, area, smallest)
  return {
    ...size,
    x: clamp(wanted.x, area.x, area.x + area.width - size.width),
    y: clamp(wanted.y, area.y, area.y + area.height - size.height),
  }
}

function titleIsReachable(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const height = Math.min(bounds.y + reachable.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return width >= reachable.width && height >= reachable.height / 2
}

function fit(size: Size, area: Rectangle, smallest: Size): Size {
  return {
    width: Math.min(Math.max(size.width, smallest.width), area.width),
    height: Math.min(Math.max(size.height, smallest.height), area.height),
  }
}

function centred(size: Size, area: Rectangle): Rectangle {
  const { width, height } = fit(size, area, smallestWindow)
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

/** The mini window: as small as its three buttons and a face allow, and as large as still leaves room for work. */
const smallestMini = { width: 240, height: 180 } as const
const firstMini = { width: 320, height: 240 } as const

/** How small the mini window may be, where everything in it is `zoom` times as large. */
export function smallestMiniAt(zoom: number): Size {
  return times(smallestMini, zoom)
}

function times({ width, height }: Size, zoom: number): Size {
  return { width: Math.round(width * zoom), height: Math.round(height * zoom) }
}

/** Between the mini window and the screen's edges, so that it is seen as a window. */
const miniMargin = 16

/**
 * Places the mini window: where it was left, if a screen is still there, else in the lower right corner of the screen
 * that the window lies on.
 *
 * @param left Where it was left, or null where it never was.
 * @param window Where the window is that becomes small.
 * @param workAreas The screens' work areas, the primary one first; never empty.
 * @param zoom How many times its usual size everything in it has.
 * @returns Bounds that lie on a screen.
 */
export function placeMini(left: Rectangle | null, window: Rectangle, workAreas: readonly Rectangle[], zoom: number): Rectangle {
  const smallest = smallestMiniAt(zoom)
  const home = left === null ? undefined : workAreas.find((area) => titleIsReachable(left, area))
  if (left !== null && home !== undefined) return pulledIn(left, home, smallest)
  const area = workAreas.find((each) => holdsMiddle(each, window)) ?? workAreas[0] ?? { x: 0, y: 0, ...times(firstMini, zoom) }
  const { width, height } = fit(times(firstMini, zoom), area, smallest)
  return pulledIn({ width, height, x: area.x + area.width - width - miniMargin, y: area.y + area.height - height - miniMargin }, area, smallest)
}

function holdsMiddle(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const middle = { x: x + width / 2, y: y + height / 2 }
  return middle.x >= area.x && middle.x < area.x + area.width && middle.y >= area.y && middle.y < area.y + area.height
}

/** Screens as they are arranged now, as a text that is the same whenever they are: at the desk, on the road. */
export function arrangementOf(workAreas: readonly Rectangle[]): string {
  return workAreas
    .map(({ x, y, width, height }) => [x, y, width, height].join(','))
    .sort()
    .join(' ')
}

/** Where a window was left, by arrangement of the screens; the one that was used last comes last. */
export type PlacesByScreens<Place> = Readonly<Record<string, Place>>

/** More arrangements than these are seldom: the oldest is forgotten. */
const mostArrangements = 8

/** The places with the one of an arrangement that was used now. */
export function withPlace<Place>(places: PlacesByScreens<Place>, arrangement: string, place: Place): PlacesByScreens<Place> {
  const others = Object.entries(places).filter(([name]) => name !== arrangement)
  return Object.fromEntries([...others.slice(1 - mostArrangements), [arrangement, place]])
}

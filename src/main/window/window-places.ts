import type { MemoryFile } from '../settings/memory'
import { withPlace, type Rectangle, type WindowPlace } from './bounds'

/** Where the window was left. */
export interface WindowPlaces {
  /** With this arrangement of the screens; see `arrangementOf`. */
  of(arrangement: string): WindowPlace | null
  /** With whichever was used last. */
  last(): WindowPlace | null
  keep(arrangement: string, place: WindowPlace): void
}

/** Keeps the places between runs. */
export function windowPlaces(memory: Pick<MemoryFile, 'read' | 'change'>): WindowPlaces {
  return {
    of: (arrangement) => memory.read().windows[arrangement] ?? null,
    last: () => memory.read().window,
    keep: (arrangement, place) => memory.change({ window: place, windows: withPlace(memory.read().windows, arrangement, place) }),
  }
}

/** Where the mini window was left, by arrangement of the screens. */
export interface MiniPlaces {
  of(arrangement: string): Rectangle | null
  keep(arrangement: string, bounds: Rectangle): void
}

/** Keeps the mini window's places between runs. */
export function miniPlaces(memory: Pick<MemoryFile, 'read' | 'change'>): MiniPlaces {
  return {
    of: (arrangement) => memory.read().miniWindows[arrangement] ?? null,
    keep: (arrangement, bounds) => memory.change({ miniWindows: withPlace(memory.read().miniWindows, arrangement, bounds) }),
  }
}

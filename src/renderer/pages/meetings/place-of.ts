import type { CSSProperties } from 'react'
import type { Block, Crowd } from './day-layout'

/** Where something stands in its day's column, for its style. */
export function placeOf({ top, bottom, lane, lanes, width }: Block | Crowd): CSSProperties {
  return {
    insetBlockStart: `${top * 100}%`,
    blockSize: `${(bottom - top) * 100}%`,
    insetInlineStart: `${(lane / lanes) * 100}%`,
    inlineSize: `${(width / lanes) * 100}%`,
  }
}

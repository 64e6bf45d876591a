import type { Bridge } from '../../contract/channels'

declare global {
  interface Window {
    /** What the preload script offers; see `src/preload`. */
    readonly parley: Bridge
  }
}

export const bridge: Bridge = window.parley

/** What of Electron shows something on Parley's icon. */
export interface IconPlace {
  /** macOS' Dock, Linux' launchers. */
  setCount: (count: number) => void
  /** Windows' task bar: a picture over the icon, or null for none, with its words for assistive technology. */
  setOverlay: (dot: Dot | null, words: string) => void
}

/** A picture, as premultiplied BGRA bytes. */
interface Dot {
  pixels: Buffer
  /** Width and height in pixels. */
  size: number
}

/** Width and height of Windows' overlay on an icon in the task bar, in pixels. */
const size = 16
/** Red, as BGRA bytes. */
const red = [0x3f, 0x24, 0xb3, 0xff] as const

/**
 * Makes the function that shows a number on Parley's icon. macOS shows the number in the Dock, Linux desktops that know
 * LauncherEntry on the launcher; Windows a dot on the task bar, with the number as its words.
 *
 * @param platform The system.
 * @param describe Words for a number of things, for assistive technology on Windows.
 */
export function showBadgeOn({ setCount, setOverlay }: IconPlace, platform: NodeJS.Platform, describe: (count: number) => string): (count: number) => void {
  return (count) => {
    if (platform !== 'win32') setCount(count)
    else if (count === 0) setOverlay(null, '')
    else setOverlay({ pixels: dot(), size }, describe(count))
  }
}

/** A red dot with a soft edge. */
function dot(): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const cover = Math.min(1, Math.max(0, size / 2 - Math.hypot(x - middle, y - middle)))
      // Colours come multiplied by how much they cover.
      red.forEach((value, part) => pixels.writeUInt8(Math.round(value * cover), (y * size + x) * 4 + part))
    }
  }
  return pixels
}

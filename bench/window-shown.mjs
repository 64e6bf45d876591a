import { createConnection } from 'node:net'

const windowCreated = 16
const windowMapped = 19
const windowResized = 22
const smallest = 200

/**
 * Tells when the first real window appears on an X display: a page may have painted long before anybody can see it.
 * Speaks as much of the X11 protocol (version 11, "Encoding" appendix) as that takes.
 *
 * @param {string} display as in DISPLAY, on this computer: `:7`
 * @returns {Promise<{ shown: Promise<number>, close: () => void }>} `shown` in milliseconds since 1970
 */
export function watchWindows(display) {
  const socket = createConnection(`/tmp/.X11-unix/X${display.replace(/^:|\..*$/g, '')}`)
  /** @type {(at: number) => void} */
  let appeared = () => undefined
  /** @type {Promise<number>} */
  const shown = new Promise((resolve) => (appeared = resolve))
  /** @type {Set<number>} */
  const real = new Set()
  let bytes = Buffer.alloc(0)
  let root = 0

  /** @param {Buffer} event */
  const take = (event) => {
    const kind = (event[0] ?? 0) & 0x7f
    const window = event.readUInt32LE(8)
    // Width and height stand at 16 when a window is made, at 20 when it is resized.
    const size = kind === windowCreated ? 16 : 20
    const large = event.readUInt16LE(size) >= smallest && event.readUInt16LE(size + 2) >= smallest
    if ((kind === windowCreated || kind === windowResized) && large) real.add(window)
    if (kind === windowMapped && real.has(window)) appeared(now())
  }

  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('connect', () => socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])))
    socket.on('data', (data) => {
      bytes = Buffer.concat([bytes, data])
      if (root === 0 && bytes.length >= 8) {
        const length = 8 + bytes.readUInt16LE(6) * 4
        if (bytes[0] !== 1) return reject(new Error('the display refuses the connection'))
        if (bytes.length < length) return
        root = firstRoot(bytes)
        bytes = bytes.subarray(length)
        socket.write(watchChildren(root))
        resolve({ shown, close: () => socket.destroy() })
      }
      while (root !== 0 && bytes.length >= 32) {
        take(bytes)
        bytes = bytes.subarray(32)
      }
    })
  })
}

/** The time in milliseconds since 1970, finer than Date.now(). */
export const now = () => performance.timeOrigin + performance.now()

/** The first screen's root window, after the vendor's name and the list of pixel formats. @param {Buffer} setup */
const firstRoot = (setup) => setup.readUInt32LE(40 + Math.ceil(setup.readUInt16LE(24) / 4) * 4 + (setup[29] ?? 0) * 8)

/** ChangeWindowAttributes: events (SubstructureNotify) for the root's children. @param {number} root */
function watchChildren(root) {
  const request = Buffer.alloc(16)
  request.writeUInt8(2, 0)
  request.writeUInt16LE(4, 2)
  request.writeUInt32LE(root, 4)
  request.writeUInt32LE(0x800, 8)
  request.writeUInt32LE(0x80000, 12)
  return request
}

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** The keyboard of a display, below every program (X Test Extension Protocol 2.2). */
export interface XKeyboard {
  press: (...keys: number[]) => void
  /** Presses keys and lets them go, the last one first, before the display could repeat them. */
  tap: (...keys: number[]) => void
  /** Lets keys go, the last one first. */
  release: (...keys: number[]) => void
  close: () => void
}

/** Codes of keys, as virtual displays have them. */
export const keyCodes = { control: 37, shift: 50, m: 58, f9: 75 } as const

const requests = { queryExtension: 98, fakeInput: 2 } as const
const events = { keyPress: 2, keyRelease: 3 } as const

/**
 * Takes hold of a display's keyboard.
 *
 * @param display As in the environment variable DISPLAY.
 */
export async function openKeyboard(display: string): Promise<XKeyboard> {
  const socket = connect(`/tmp/.X11-unix/X${/^:(\d+)/.exec(display)?.[1] ?? '0'}`)
  const setUp = Buffer.alloc(12)
  setUp.write('l')
  setUp.writeUInt16LE(11, 2)
  socket.write(setUp)
  const answer = await read(socket, 8)
  if (answer.readUInt8(0) !== 1) throw new Error('The display refuses')
  await read(socket, answer.readUInt16LE(6) * 4)
  const name = Buffer.from('XTEST\0\0\0')
  const query = Buffer.alloc(8 + name.length)
  query.writeUInt8(requests.queryExtension)
  query.writeUInt16LE(query.length / 4, 2)
  query.writeUInt16LE('XTEST'.length, 4)
  name.copy(query, 8)
  socket.write(query)
  const extension = (await read(socket, 32)).readUInt8(9)
  const fake = (event: number, key: number) => {
    const request = Buffer.alloc(36)
    request.writeUInt8(extension, 0)
    request.writeUInt8(requests.fakeInput, 1)
    request.writeUInt16LE(9, 2)
    request.writeUInt8(event, 4)
    request.writeUInt8(key, 5)
    return request
  }
  const pressed = (keys: number[]) => keys.map((key) => fake(events.keyPress, key))
  const released = (keys: number[]) => keys.toReversed().map((key) => fake(events.keyRelease, key))
  const send = (together: Buffer[]) => void socket.write(Buffer.concat(together))
  return {
    press: (...keys) => send(pressed(keys)),
    release: (...keys) => send(released(keys)),
    tap: (...keys) => send([...pressed(keys), ...released(keys)]),
    close: () => socket.end(),
  }
}

/** Waits for as many bytes, however many pieces they come in. */
async function read(socket: Socket, size: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(size) as Buffer | null
    if (bytes?.length === size) return bytes
    await once(socket, 'readable')
  }
}

import { connect, type Socket } from 'node:net'

/** The keyboard of a display, below every program (X Test Extension Protocol 2.2). */
export interface XKeyboard {
  press: (...keys: number[]) => void
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
  const answer = await read(socket)
  if (answer.readUInt8(0) !== 1) throw new Error('The display refuses')
  const name = Buffer.from('XTEST\0\0\0')
  const query = Buffer.alloc(8 + name.length)
  query.writeUInt8(requests.queryExtension)
  query.writeUInt16LE(query.length / 4, 2)
  query.writeUInt16LE('XTEST'.length, 4)
  name.copy(query, 8)
  socket.write(query)
  const extension = (await read(socket)).readUInt8(9)
  const fake = (event: number, key: number) => {
    const request = Buffer.alloc(36)
    request.writeUInt8(extension, 0)
    request.writeUInt8(requests.fakeInput, 1)
    request.writeUInt16LE(9, 2)
    request.writeUInt8(event, 4)
    request.writeUInt8(key, 5)
    socket.write(request)
  }
  return {
    press: (...keys) => {
      for (const key of keys) fake(events.keyPress, key)
    },
    release: (...keys) => {
      for (const key of keys.toReversed()) fake(events.keyRelease, key)
    },
    close: () => socket.end(),
  }
}

function read(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    socket.once('data', resolve)
    socket.once('error', reject)
  })
}

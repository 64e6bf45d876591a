import type { Server } from 'node:http'
import { z } from 'zod'

const addressSchema = z.object({ port: z.int().positive() })

/** Reasons for which another port can help: taken, or kept back by the system (Windows reserves ranges). */
const movable: ReadonlySet<unknown> = new Set(['EADDRINUSE', 'EACCES'])

/**
 * Listens on the wanted port, or on any free one when that can't be had.
 *
 * @param mayMove False where a proxy would not find another port.
 * @returns The port it listens on.
 * @throws When the address itself can't be listened on.
 */
export async function listen(server: Server, host: string, wantedPort: number, mayMove: boolean): Promise<number> {
  try {
    await listenOn(server, host, wantedPort)
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
    if (!mayMove || wantedPort === 0 || !movable.has(code)) throw error
    await listenOn(server, host, 0)
  }
  return addressSchema.parse(server.address()).port
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      reject(error)
    }
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve()
    })
  })
}

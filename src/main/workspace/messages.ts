import { z } from 'zod'

/** What the workspace's process says to the one that started it. */
const messageSchema = z.object({ event: z.literal('listening'), address: z.url() })

const sampleSchema = z.object({ sampleAdministrator: z.object({ email: z.string(), password: z.string() }) })

/** Who may sign in to a workspace that was just filled with sample data, or null when the message tells nobody. */
export function readSampleAdministrator(message: unknown): { email: string; password: string } | null {
  const parsed = sampleSchema.safeParse(message)
  return parsed.success ? parsed.data.sampleAdministrator : null
}

/** Asks the workspace to end what it does and stop. */
export const stopMessage = { event: 'stop' } as const

/**
 * Reads a message of the workspace's process.
 *
 * @returns The address that it listens on, or null when the message says something else, or an address that is not
 * plain HTTP on the literal loopback address.
 */
export function readListening(message: unknown): { address: string; port: number } | null {
  const parsed = messageSchema.safeParse(message)
  if (!parsed.success) return null
  const url = new URL(parsed.data.address)
  const isLoopback = url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.port !== ''
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return isLoopback && isBare ? { address: url.origin, port: Number(url.port) } : null
}

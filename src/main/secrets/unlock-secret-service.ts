import { z } from 'zod'
import type { SessionBus } from '../dbus/session-bus'

const destination = 'org.freedesktop.secrets'
const service = { destination, path: '/org/freedesktop/secrets', interface: 'org.freedesktop.Secret.Service' } as const
const pathSchema = z.tuple([z.string()])
const unlockedSchema = z.tuple([z.array(z.string()), z.string()])

/**
 * Lets the system ask for the password of the default collection (Secret Service API 0.2, `Unlock` and `Prompt`). The prompt
 * lives as long as the connection that asked for it.
 *
 * @param connect Connects to the message bus.
 */
export async function unlockSecretService(connect: (onLost: () => void) => Promise<SessionBus>): Promise<void> {
  let lost: () => void = () => undefined
  const whenLost = new Promise<void>((resolve) => (lost = resolve))
  const bus = await connect(lost).catch(() => null)
  if (bus === null) return
  try {
    const completed = new Promise<void>((resolve) => {
      void bus.onSignal('org.freedesktop.Secret.Prompt', (member) => {
        if (member === 'Completed') resolve()
      })
    })
    const [collection] = pathSchema.parse(await bus.call({ ...service, member: 'ReadAlias', signature: 's', body: ['default'] }))
    const [, prompt] = unlockedSchema.parse(await bus.call({ ...service, member: 'Unlock', signature: 'ao', body: [[collection]] }))
    if (prompt === '/') return
    await bus.call({ destination, path: prompt, interface: 'org.freedesktop.Secret.Prompt', member: 'Prompt', signature: 's', body: [''] })
    await Promise.race([completed, whenLost])
  } catch {
    // No keychain, or one that does not ask: what is found afterwards tells.
  } finally {
    bus.close()
  }
}

import type { StartCommand } from './desktop-entry'
import type { LinkTable } from './link-handler'

/** The part of Electron's `app` that speaks to the table of Windows and macOS. */
interface ProtocolClient {
  isDefaultProtocolClient(scheme: string, program: string, parameters: string[]): boolean
  setAsDefaultProtocolClient(scheme: string, program: string, parameters: string[]): boolean
  getApplicationNameForProtocol(address: string): string
  getApplicationInfoForProtocol(address: string): Promise<{ path: string }>
}

interface ProtocolClientOptions {
  app: ProtocolClient
  command: StartCommand
  /** Absolute path of the running program. */
  executable: string
}

const scheme = 'parley'
const address = `${scheme}://`

/** Windows and macOS, where Electron speaks to the system. */
export function protocolClientLinks({ app, command, executable }: ProtocolClientOptions): LinkTable {
  const [program, ...parameters] = command
  return {
    status: async () => {
      if (app.isDefaultProtocolClient(scheme, program, parameters)) return 'ours'
      if (app.getApplicationNameForProtocol(address) === '') return 'none'
      // Electron looks among the person's own entries alone; an installer for everybody writes elsewhere.
      const holder = await app.getApplicationInfoForProtocol(address).catch(() => null)
      return holder?.path.toLowerCase() === executable.toLowerCase() ? 'ours' : 'other'
    },
    take: () =>
      app.setAsDefaultProtocolClient(scheme, program, parameters) ? Promise.resolve() : Promise.reject(new Error('The system refused')),
    isStale: () => Promise.resolve(false),
  }
}

import { expect, it } from 'vitest'
import { linkHandler } from './link-handler'
import { protocolClientLinks } from './protocol-client'

const executable = String.raw`C:\Program Files\Parley\Parley.exe`

/** A system whose table names a program: in the person's own part, or, as its path, in the one for everybody. */
function system({ isOwn = false, name = '', path = null as string | null, refuses = false }) {
  const told: unknown[] = []
  const links = protocolClientLinks({
    app: {
      isDefaultProtocolClient: (...asked) => {
        told.push(asked)
        return isOwn
      },
      setAsDefaultProtocolClient: () => {
        isOwn = !refuses
        return isOwn
      },
      getApplicationNameForProtocol: (address) => (address === 'parley://' ? name : ''),
      getApplicationInfoForProtocol: async (address) => {
        if (path === null || address !== 'parley://') throw new Error('Unable to retrieve installation path to app')
        return { path }
      },
    },
    command: [executable, String.raw`C:\code`],
    executable,
  })
  return { handler: linkHandler(links), told }
}

it.each([
  ['the person’s own entry', { isOwn: true }, 'ours'],
  ['no program', {}, 'none'],
  ['another program', { name: 'Other', path: String.raw`C:\Program Files\Other\Other.exe` }, 'other'],
  ['what an installer has put there for everybody', { name: 'Parley', path: executable }, 'ours'],
  ['the same with other capitals, as Windows writes them', { name: 'Parley', path: executable.toUpperCase() }, 'ours'],
  ['a Parley elsewhere', { name: 'Parley', path: String.raw`D:\Parley\Parley.exe` }, 'other'],
  ['a program whose place the system does not tell', { name: 'Parley', path: null }, 'other'],
])('%s', async (_what, table, status) => {
  expect(await system(table).handler.status()).toBe(status)
})

it('asks for the program as it is started', async () => {
  const { handler, told } = system({ isOwn: true })
  await handler.status()
  expect(told).toEqual([['parley', executable, [String.raw`C:\code`]]])
})

it('takes the links where nobody has them, leaves them to another program, and says what the system refuses', async () => {
  const free = system({})
  await free.handler.settle()
  expect(await free.handler.status()).toBe('ours')
  const taken = system({ name: 'Other', path: 'C:\\other.exe' })
  await taken.handler.settle()
  expect(await taken.handler.status()).toBe('other')
  expect(await taken.handler.take()).toBe('ours')
  await expect(system({ refuses: true }).handler.take()).rejects.toThrow()
})

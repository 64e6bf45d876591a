import { beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../../../contract/settings'
import { memoryKeychain } from '../../account/test-world'
import { emptyPolicy, parsePolicy, type Policy } from '../../policy/parse'
import { manageSettings } from '../../policy/managed-settings'
import { openTurnstile } from '../turnstile'
import { teamviewer, type TeamViewerKind } from './teamviewer-kind'

let chosen: Settings['teamviewer']
let keychain: ReturnType<typeof memoryKeychain>
let sent: URLSearchParams[]

beforeEach(() => {
  chosen = defaultSettings.teamviewer
  keychain = memoryKeychain()
  sent = []
})

/** The kind over what a person chose, under a policy. */
function open(policy: Policy = emptyPolicy): TeamViewerKind {
  const managed = manageSettings({
    chosen: () => ({ ...defaultSettings, teamviewer: chosen }),
    policy,
    onChange: () => undefined,
    log: { note: () => undefined, error: () => undefined },
  })
  const now = () => 0
  return teamviewer({
    fetch: async (_input, init) => {
      if (init?.body instanceof URLSearchParams) sent.push(init.body)
      return Response.json({ error: 'invalid_grant' }, { status: 400 })
    },
    now,
    openTurnstile: () => openTurnstile({ now, random: () => 0 }),
    registration: () => managed.read().teamviewer,
    secrets: keychain,
  })
}

/** What the vendor would be told by a refresh. */
async function told(kind: TeamViewerKind): Promise<Record<string, string>> {
  const provider = await kind.access(null).discover('https://login.teamviewer.com')
  if (provider.outcome === 'failed') throw new Error(provider.failure)
  await provider.value.refresh('token')
  return Object.fromEntries(sent.at(-1) ?? [])
}

describe('the company’s registration at TeamViewer', () => {
  it('is asked for while there is no client id, and no longer once one was entered', () => {
    const kind = open()
    expect(kind.needs()).toBe('client-id')
    // A secret or a port alone lets nobody in.
    chosen = { clientId: '', redirectPort: 52_137 }
    expect(kind.needs()).toBe('client-id')
    chosen = { clientId: '123-abc', redirectPort: 0 }
    expect(kind.needs()).toBe('nothing')
  })

  it('comes by policy, which wins over what was entered', async () => {
    chosen = { clientId: 'mistyped', redirectPort: 1 }
    const kind = open(parsePolicy({ 'teamviewer.clientId': '123-abc', 'teamviewer.redirectPort': 52_137 }, 'file'))
    expect(kind.needs()).toBe('nothing')
    expect(kind.access(null).redirectPort()).toBe(52_137)
    expect(await told(kind)).toMatchObject({ client_id: '123-abc' })
  })

  it.each([
    ['an empty client id', { 'teamviewer.clientId': ' ' }],
    ['a client id that is no text', { 'teamviewer.clientId': 123 }],
    ['a port alone', { 'teamviewer.redirectPort': 52_137 }],
    ['a port that is none', { 'teamviewer.redirectPort': 99_999 }],
  ])('is asked for under a policy with %s', (_what, entries) => {
    expect(open(parsePolicy(entries, 'file')).needs()).toBe('client-id')
  })

  it('goes along with its secret where one was entered for it, and without anybody else’s', async () => {
    chosen = { clientId: '123-abc', redirectPort: 0 }
    const kind = open()
    expect(await told(kind)).not.toHaveProperty('client_secret')
    expect(await kind.keepSecret('s3cret')).toBe(true)
    expect(await told(kind)).toMatchObject({ client_id: '123-abc', client_secret: 's3cret' })
    chosen = { clientId: '456-def', redirectPort: 0 }
    const other = await told(kind)
    expect(other).toMatchObject({ client_id: '456-def' })
    expect(other).not.toHaveProperty('client_secret')
  })

  it('lets nobody begin while it is not there, or while its secret can’t be read', async () => {
    await expect(told(open())).rejects.toThrow('registration')
    chosen = { clientId: '123-abc', redirectPort: 0 }
    keychain.enter('locked')
    const kind = open()
    await expect(told(kind)).rejects.toThrow('keychain')
    expect(await kind.keepSecret('s3cret')).toBe(false)
    expect(sent).toEqual([])
  })
})

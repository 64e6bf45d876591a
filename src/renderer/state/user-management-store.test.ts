import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../contract/channels'
import type { UserManagement } from '../../contract/user-management'
import { createUserManagementStore } from './user-management-store'

const expired: UserManagement = { state: 'expired' }
const offline: UserManagement = { state: 'unreachable', problem: 'offline', target: null }

/** A bridge whose answers the test gives, in the order of the questions. */
function waitingBridge() {
  const open: { name: string; payload: unknown; answer: (value: never) => void; refuse: (reason: Error) => void }[] = []
  const bridge: Bridge = {
    invoke: (name, ...payload) => new Promise((answer, refuse) => open.push({ name, payload, answer, refuse })),
    on: () => () => {},
  }
  return { bridge, open }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the User management store', () => {
  it('takes the last question’s answer, whichever comes first', async () => {
    const { bridge, open } = waitingBridge()
    const store = createUserManagementStore(bridge, () => 0)
    void store.getState().refresh()
    void store.getState().refresh()
    open[1]?.answer(offline as never)
    open[0]?.answer(expired as never)
    await settled()
    expect(store.getState().answer).toEqual(offline)
  })

  it('drops an answer that comes after the account has signed out', async () => {
    const { bridge, open } = waitingBridge()
    const store = createUserManagementStore(bridge, () => 0)
    void store.getState().refresh()
    store.getState().forget()
    open[0]?.answer(offline as never)
    await settled()
    expect(store.getState().answer).toBeNull()
  })

  it('asks for new figures after the hand-off', async () => {
    const { bridge, open } = waitingBridge()
    const store = createUserManagementStore(bridge, () => 0)
    void store.getState().openConsole()
    open[0]?.answer({ outcome: 'opened' } as never)
    await settled()
    expect(store.getState().handOff).toBe('opened')
    expect(open.map((question) => question.name)).toEqual(['console.open', 'userManagement.get'])
  })

  it('reports a hand-off that main could not do as failed', async () => {
    const { bridge, open } = waitingBridge()
    const store = createUserManagementStore(bridge, () => 0)
    void store.getState().openConsole()
    open[0]?.refuse(new Error('failed'))
    await settled()
    expect(store.getState().handOff).toBe('failed')
  })

  it('tells whether the link is on the clipboard', async () => {
    const { bridge, open } = waitingBridge()
    const store = createUserManagementStore(bridge, () => 0)
    const copied = store.getState().copyLink()
    open[0]?.answer({ outcome: 'copied' } as never)
    await expect(copied).resolves.toBe(true)
    const refused = store.getState().copyLink()
    open[1]?.answer({ outcome: 'refused' } as never)
    await expect(refused).resolves.toBe(false)
  })
})

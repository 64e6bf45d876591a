import { describe, expect, it } from 'vitest'
import type { Bridge, Events } from '../../contract/channels'
import type { EventName } from '../../contract/channel-names'
import type { Meeting } from '../../contract/meeting'
import type { Upcoming } from '../../contract/meetings'
import type { Piece } from '../../contract/pieces'
import { createMeetingsStore } from './meetings-store'

const upcoming = (revision: number, fetchedAt = 1): Upcoming => ({ soon: [], fetchedAt, problem: null, revision, capabilities: null })
/** An empty list, as main gives it and as the store has it. */
const piece = (revision: number, fetchedAt = 1): Piece<Meeting> => ({ items: [], total: 0, fetchedAt, problem: null, revision })
const list = (revision: number, fetchedAt = 1) => ({ items: [], fetchedAt, problem: null, revision })

/** A bridge that gives these answers, and keeps what was asked. */
function world(answers: Record<string, unknown>) {
  const asked: string[] = []
  const payloads: unknown[] = []
  const timers: (() => void)[] = []
  const listeners = new Map<string, (payload: never) => void>()
  const bridge: Bridge = {
    invoke: (name, ...payload) => {
      asked.push([name, ...payload.filter((each) => typeof each === 'string')].join(' '))
      payloads.push(payload[0])
      return name in answers ? Promise.resolve(answers[name] as never) : Promise.reject(new Error('failed'))
    },
    on: (name, listener) => {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    },
  }
  const store = createMeetingsStore(bridge, (run) => timers.push(run))
  const send = <N extends EventName>(name: N, payload: Events[N]) => listeners.get(name)?.(payload as never)
  return { store, asked, payloads, answers, timers, send }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the meetings store', () => {
  it('asks for the list again only when it is another one', async () => {
    const { store, send, asked, answers } = world({ 'meetings.list': piece(1) })
    send('meetings.changed', upcoming(1))
    await settled()
    expect(asked).toEqual([])
    await store.getState().loadList()
    send('meetings.changed', upcoming(1, 9))
    expect(store.getState().list).toEqual(list(1, 9))
    answers['meetings.list'] = piece(2)
    send('meetings.changed', upcoming(2))
    await settled()
    expect(asked).toEqual(['meetings.list', 'meetings.list'])
    expect(store.getState().list).toEqual(list(2))
  })

  it('does not take a list over again that it has, when its page opens anew', async () => {
    const { store, payloads } = world({ 'meetings.list': piece(1) })
    await store.getState().loadList()
    const before = store.getState().list
    await store.getState().loadList()
    expect(store.getState().list?.items).toBe(before?.items)
    store.getState().forget()
    await store.getState().loadList()
    expect(payloads).toEqual([{ known: null, from: 0 }, { known: 1, from: 0 }, { known: null, from: 0 }])
  })

  it('keeps an answer that main pushed before the first question was answered', async () => {
    const { store, send } = world({ 'meetings.upcoming': upcoming(0) })
    const asking = store.getState().askUpcoming()
    send('meetings.changed', upcoming(5))
    await asking
    expect(store.getState().upcoming?.revision).toBe(5)
  })

  it('asks again for what a page shows once its person is signed in again, and for nothing that none shows', async () => {
    const { store, send, asked } = world({ 'meetings.list': piece(1), 'meetings.refresh': undefined })
    await store.getState().signedInAgain()
    expect(asked).toEqual([])
    send('meetings.changed', upcoming(1))
    await store.getState().signedInAgain()
    expect(asked).toEqual(['meetings.refresh'])
    await store.getState().loadList()
    await store.getState().signedInAgain()
    expect(asked).toEqual(['meetings.refresh', 'meetings.list', 'meetings.refresh', 'meetings.list'])
  })

  it('says why a meeting was not opened elsewhere, until that is read', async () => {
    const { store, answers } = world({ 'meetings.openInBrowser': { outcome: 'done' } })
    const open = async () => {
      await store.getState().openElsewhere({ id: '123', subject: 'Plan' })
      return store.getState().trouble
    }
    expect(await open()).toBeNull()
    answers['meetings.openInBrowser'] = { outcome: 'browser-not-opened' }
    expect(await open()).toEqual({ what: 'opening', subject: 'Plan', problem: 'browser-not-opened' })
    answers['meetings.openInBrowser'] = { outcome: 'no-link' }
    expect(await open()).toMatchObject({ what: 'opening', problem: 'no-link' })
    answers['meetings.openInBrowser'] = { outcome: 'failed', problem: 'not-found', retryAt: null }
    expect(await open()).toMatchObject({ problem: 'not-found' })
    delete answers['meetings.openInBrowser']
    expect(await open()).toMatchObject({ problem: null })
    store.getState().dismissTrouble()
    expect(store.getState().trouble).toBeNull()
  })

  it('asks before a meeting is opened at another host than the workspace’s, and opens it at that host alone', async () => {
    const { store, answers, payloads } = world({ 'meetings.openInBrowser': { outcome: 'foreign-host', host: 'meet.example.net' } })
    const meeting = { id: '123', subject: 'Plan' }
    await store.getState().openElsewhere(meeting)
    expect(store.getState().trouble).toEqual({ what: 'foreign-host', ...meeting, host: 'meet.example.net' })
    answers['meetings.openInBrowser'] = { outcome: 'done' }
    await store.getState().openElsewhere(meeting, 'meet.example.net')
    expect(store.getState().trouble).toBeNull()
    expect(payloads).toEqual([null, 'meet.example.net'].map((agreedHost) => ({ id: '123', link: null, agreedHost })))
  })

  it('keeps the link that was pasted, also where another account is shown to follow it', () => {
    const { store } = world({})
    const pasted = { id: 'm12-345-678', link: 'https://meet.example.com/join/m12-345-678' }
    store.getState().notePasted(pasted)
    store.getState().forget()
    expect(store.getState().pasted).toEqual(pasted)
    store.getState().notePasted(null)
    expect(store.getState().pasted).toBeNull()
  })

  it('offers to undo the last deletion, for as long as that works', async () => {
    const { store, asked, payloads, timers } = world({ 'meetings.remove': undefined, 'meetings.undoRemove': true })
    const one = '2026-05-11T08:00:00.000Z'
    await store.getState().remove({ id: 'm1', subject: 'One' }, null)
    await store.getState().remove({ id: 'm2', subject: 'Two' }, one)
    timers[0]?.()
    expect(store.getState().leaving).toEqual({ id: 'm2', subject: 'Two', occurrence: one })
    await store.getState().undoRemove()
    expect(asked).toEqual(['meetings.remove', 'meetings.remove', 'meetings.undoRemove'])
    expect(payloads).toEqual([{ id: 'm1', occurrence: null }, { id: 'm2', occurrence: one }, { id: 'm2', occurrence: one }])
    expect(store.getState().leaving).toBeNull()
  })

  it('says when a deletion could not be asked for, or not be undone any more', async () => {
    const { store, answers } = world({})
    await store.getState().remove({ id: 'm1', subject: 'One' }, null)
    expect(store.getState()).toMatchObject({ leaving: null, trouble: { what: 'deletion', subject: 'One', problem: null } })
    answers['meetings.remove'] = undefined
    await store.getState().remove({ id: 'm1', subject: 'One' }, null)
    expect(store.getState()).toMatchObject({ leaving: { id: 'm1' }, trouble: null })
    answers['meetings.undoRemove'] = false
    await store.getState().undoRemove()
    expect(store.getState()).toMatchObject({ leaving: null, trouble: { what: 'undo', subject: 'One' } })
  })

  it('says for a while that a meeting was saved, and no longer than the next is', () => {
    const { store, timers } = world({})
    store.getState().tellSaved({ id: 'm1', subject: 'One' }, true)
    store.getState().tellSaved({ id: 'm2', subject: 'Two' }, false)
    timers[0]?.()
    expect(store.getState().saved).toEqual({ id: 'm2', subject: 'Two', isNew: false, replacement: null })
    timers[1]?.()
    expect(store.getState().saved).toBeNull()
  })

  it('takes a meeting back that stands in the place of one time of a series, or says why it still does', async () => {
    const { store, payloads, answers } = world({ 'meetings.restoreOccurrence': { outcome: 'done' } })
    const replacement = { id: 'm1', occurrence: '2026-05-11T08:00:00.000Z', meeting: 'm2' }
    store.getState().tellSaved({ id: 'm2', subject: 'Two' }, false, replacement)
    await store.getState().undoSaved()
    expect(payloads).toEqual([replacement])
    expect(store.getState()).toMatchObject({ saved: null, trouble: null })
    await store.getState().undoSaved()
    expect(payloads).toHaveLength(1)
    answers['meetings.restoreOccurrence'] = { outcome: 'failed', problem: 'offline', retryAt: null }
    store.getState().tellSaved({ id: 'm2', subject: 'Two' }, false, replacement)
    await store.getState().undoSaved()
    expect(store.getState()).toMatchObject({ saved: null, trouble: { what: 'restoring', subject: 'Two', problem: 'offline' } })
  })

  it('asks for days beyond the list, again when anything has changed, and by itself once the workspace is back', async () => {
    const range = { from: 'a', to: 'b' }
    const { store, send, asked, answers } = world({ 'meetings.range': { outcome: 'failed', problem: 'offline', retryAt: null } })
    send('meetings.changed', { ...upcoming(1), problem: 'offline' })
    await store.getState().showFar(range)
    expect(store.getState().far).toEqual({ range, meetings: [], state: 'failed', problem: 'offline' })
    answers['meetings.range'] = { outcome: 'done', meetings: [], problem: null }
    send('meetings.changed', upcoming(1))
    await settled()
    expect(store.getState().far?.state).toBe('done')
    send('meetings.changed', upcoming(1, 9))
    await settled()
    expect(asked).toHaveLength(2)
    send('meetings.changed', upcoming(2))
    await settled()
    expect(asked).toHaveLength(3)
    await store.getState().showFar(null)
    send('meetings.changed', upcoming(3))
    await settled()
    expect(store.getState().far).toBeNull()
    expect(asked).toHaveLength(3)
  })

  it('shows nothing of the last account', async () => {
    const { store } = world({ 'meetings.list': piece(1) })
    const loading = store.getState().loadList()
    store.getState().forget()
    await loading
    expect(store.getState().list).toBeNull()
  })
})

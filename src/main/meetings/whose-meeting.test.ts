import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clientId, startTestCloud, type TestCloud } from '../../../tests/stand-in/teamviewer-cloud'
import { tokenOf } from '../../../tests/stand-in/teamviewer-token'
import { ownerOfPlace } from '../accounts/place-owner'
import { teamviewerAccess } from '../workspace/teamviewer/teamviewer-access'
import { parleyWorkspace } from '../workspace/parley/parley-workspace'
import { openTurnstile } from '../workspace/turnstile'
import { oneToken, type Workspace } from '../workspace/workspace'
import { keepAccountDesks, type AccountDesks } from './account-desks'
import { meetingRequests } from './meeting-requests'

const own = 'm12-345-678'
const foreign = 'm99-999-999'
const turnstile = openTurnstile({ now: Date.now, random: () => 0.5 })

let cloud: TestCloud
let folder: string
let desks: AccountDesks
let opened: string[]
let shownAs: unknown[]
let opener: (address: string) => Promise<void>
let accounts: { key: string; host: string | null; workspace: Workspace }[]

beforeEach(async () => {
  cloud = await startTestCloud()
  cloud.behaviour.refusals = { [`/meetings/${foreign}`]: { status: 404, error: 'not_found' }, [`/meetings/blizz/${foreign}`]: { status: 404, error: 'not_found' } }
  folder = await mkdtemp(join(tmpdir(), 'parley-whose-'))
  opened = []
  shownAs = []
  opener = async (address) => void opened.push(address)
  const vendor = teamviewerAccess({
    // Its own pages are the vendor's, wherever its API is in this test.
    hosts: { api: cloud.hosts.api, login: 'https://login.teamviewer.com' },
    clientId: () => clientId,
    clientSecret: async () => ({ outcome: 'read', secret: null }),
    redirectPort: () => 0,
    fetch,
    turnstile,
    now: Date.now,
  }).open(oneToken(await tokenOf(cloud)))
  const parley = (address: string) => parleyWorkspace({ isReachable: true, fetch, now: Date.now, turnstile, tokens: oneToken('T'), address: () => address, lastAddress: () => address })
  accounts = [
    { key: 'vendor', host: 'login.teamviewer.com', workspace: vendor },
    { key: 'company', host: 'meet.example.com', workspace: parley('https://meet.example.com') },
    { key: 'here', host: null, workspace: parley('http://127.0.0.1:41234') },
  ]
  desks = keepAccountDesks({
    folder,
    account: () => ({ id: 'vendor', workspace: vendor }),
    zone: () => 'Europe/Berlin',
    now: Date.now,
    newKey: () => 'key',
    setTimer: () => () => undefined,
    onMeetings: () => undefined,
    onTrouble: () => undefined,
    onContacts: () => undefined,
    log: () => undefined,
  })
})
afterEach(async () => {
  await desks.close()
  await cloud.close()
  await rm(folder, { recursive: true })
})

const requests = () =>
  meetingRequests({
    desks,
    calendar: { add: async () => 'opened', close: async () => undefined },
    copyText: () => undefined,
    openOutside: (address) => opener(address),
    language: () => 'en',
    zone: () => 'Europe/Berlin',
    accountAt: (place) => {
      const key = ownerOfPlace(place, accounts)
      return key === null ? null : { key, isShown: key === 'vendor' }
    },
    showAs: (...what) => void shownAs.push(what),
  })
const find = (id: string, place: string | null) => requests()['meetings.find']({ id, place })
const openIt = (id: string, link: string | null = null, agreedHost: string | null = null) => requests()['meetings.openInBrowser']({ id, link, agreedHost })
/** The workspace gives its meeting another link. */
const giveLink = async (link: string | null) => {
  cloud.behaviour.meetings = cloud.behaviour.meetings.map((meeting) => ({ ...meeting, participant_web_link: link }))
  await requests()['meetings.refresh'](undefined)
}

it.each([
  ['m12-345-678 without a place', null, { outcome: 'done', meeting: { id: own } }],
  ['a page of the vendor’s', 'go.teamviewer.com', { outcome: 'done', meeting: { id: own } }],
  ['a company’s workspace', 'meet.example.com', { outcome: 'elsewhere', account: 'company' }],
  ['the workspace on this computer', '127.0.0.1:41234', { outcome: 'elsewhere', account: 'here' }],
  ['the same at a port that it had before', '127.0.0.1:5', { outcome: 'elsewhere', account: 'here' }],
  // A workspace that has another name now still knows its meetings.
  ['a place where nobody is signed in', 'old.example.com', { outcome: 'done', meeting: { id: own } }],
])('a meeting is looked for where its link leads: %s', async (_name, place, answer) => {
  expect(await find(own, place)).toMatchObject(answer)
})

it('one that the workspace does not know is another’s where its link leads elsewhere, and else not known', async () => {
  expect(await find(foreign, 'old.example.com')).toEqual({ outcome: 'elsewhere', account: null })
  for (const place of [null, 'go.teamviewer.com']) expect(await find(foreign, place)).toMatchObject({ outcome: 'failed', problem: 'not-found' })
  cloud.behaviour.refusals = { [`/meetings/${foreign}`]: { status: 500, error: 'internal_error' } }
  expect(await find(foreign, 'old.example.com')).toMatchObject({ outcome: 'failed', problem: 'workspace-error' })
})

it('no place is taken for another: a look-alike, another port, plain http', () => {
  for (const place of ['meet.example.com.evil.example', 'meet.example.com:8443', 'evilteamviewer.com', 'teamviewer.com.evil.example']) expect(ownerOfPlace(place, accounts)).toBeNull()
  expect(ownerOfPlace('teamviewer.com', accounts)).toBe('vendor')
  expect(ownerOfPlace('localhost:80', accounts.slice(0, 2))).toBeNull()
})

it('another account is shown with the meeting’s page', async () => {
  await requests()['meetings.joinAs']({ account: 'company', id: own, place: 'meet.example.com' })
  await requests()['meetings.joinAs']({ account: 'here', id: own, place: null })
  expect(shownAs).toEqual([
    ['company', { page: 'join.at', meeting: own, place: 'meet.example.com' }],
    ['here', { page: 'join', meeting: own }],
  ])
})

it('somebody else’s meeting is opened by the link that was pasted, at a page of the workspace’s own alone', async () => {
  expect(await openIt(foreign)).toMatchObject({ outcome: 'failed', problem: 'not-found' })
  const link = 'https://go.teamviewer.com/v15/m99999999?pw=AbC'
  expect(await openIt(foreign, link)).toEqual({ outcome: 'done' })
  for (const hostile of ['https://go.teamviewer.com.evil.example/m99999999', 'http://go.teamviewer.com/m99999999', 'https://x@go.teamviewer.com/m99999999', `https://go.teamviewer.com/${own}`, 'javascript:m99999999', '']) {
    expect(await openIt(foreign, hostile), hostile).toMatchObject({ outcome: 'failed', problem: 'not-found' })
  }
  expect(opened).toEqual([link])
  opener = () => Promise.reject(new Error('There is no browser'))
  expect(await openIt(foreign, link)).toEqual({ outcome: 'browser-not-opened' })
})

it('a link of the workspace’s to another host is opened once that host was agreed to', async () => {
  await giveLink('https://meet.example.net/join/1')
  expect(await openIt(own)).toEqual({ outcome: 'foreign-host', host: 'meet.example.net' })
  expect(await openIt(own, null, 'meet.example.org')).toEqual({ outcome: 'foreign-host', host: 'meet.example.net' })
  expect(opened).toEqual([])
  expect(await openIt(own, null, 'meet.example.net')).toEqual({ outcome: 'done' })
  expect(opened).toEqual(['https://meet.example.net/join/1'])
})

it.each(['http://meet.example.net/join/1', 'file:///etc/passwd', 'https://x@meet.example.net/', 'javascript:alert(1)', '', null])('nothing else is opened, whatever was agreed to: %j', async (link) => {
  await giveLink(link)
  expect(await openIt(own, null, 'meet.example.net')).toEqual({ outcome: 'no-link' })
  expect(opened).toEqual([])
})

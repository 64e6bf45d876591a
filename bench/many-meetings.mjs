import { _electron } from '@playwright/test'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sandboxArguments } from '../scripts/run/app.mjs'
import { findElectron } from '../scripts/setup/electron.mjs'
import { repository } from '../scripts/setup/places.mjs'

const many = { meetings: 10_000, people: 5_000 }

/** Lets the client keep what it knows. @param {import('./prepare-profile.mjs').SignedIn} signedIn @returns {Promise<string>} the folder of the account's cache */
export async function firstVisit(signedIn) {
  const app = await _electron.launch({
    executablePath: findElectron().path,
    args: [...sandboxArguments(), repository, `--user-data-dir=${signedIn.userData}`, '--lang=en-US'],
    env: Object.fromEntries(Object.entries({ ...signedIn.env, LANGUAGE: 'en' }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  })
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click()
  const account = await keptBy(join(signedIn.userData, 'cache'))
  await app.close()
  return account
}

/** Waits until the client has kept its contacts, and gives the account's folder. @param {string} cache */
async function keptBy(cache) {
  for (let tries = 0; tries < 600; tries += 1) {
    const [account] = await readdir(cache).catch(() => [])
    if (account !== undefined && (await readdir(join(cache, account))).includes('contacts.json')) return join(cache, account)
    await wait(100)
  }
  throw new Error('The client has kept nothing.')
}

/**
 * Writes 10,000 meetings and 5,000 people into the cache: a meeting every ten minutes, day and night, a tenth of them series.
 *
 * @param {string} account folder of its cache
 */
export async function fillCache(account) {
  const now = Date.now()
  const meetings = Array.from({ length: many.meetings }, (_, index) => ({
    id: `m${String(10_000_000 + index).replace(/^(\d\d)(\d{3})(\d{3})$/, '$1-$2-$3')}`,
    subject: `Meeting ${index}`,
    start: new Date(now + (index - 2_000) * 600_000).toISOString(),
    end: new Date(now + (index - 2_000) * 600_000 + 1_800_000).toISOString(),
    timeZone: 'Europe/Berlin',
    recurrence: index % 10 === 0 ? { frequency: 'weekly', interval: 1, weekdays: [], ends: null } : null,
    exceptions: [],
    hasPassword: index % 3 === 0,
    joinLink: `https://parley.example.com/join/${index}`,
    organizer: { name: 'Anna', email: 'anna@example.com' },
    invitees: [{ name: 'Bob', email: 'bob@example.com' }],
    isReadOnly: false,
  }))
  const contacts = Array.from({ length: many.people }, (_, index) => ({
    id: `u${index}`,
    name: `Person ${index} of the company`,
    email: `person${index}@example.com`,
    presence: 'unknown',
  }))
  // What Home shows is kept beside it, so that the first screen need not wait for all of them.
  const upcoming = JSON.parse(await readFile(join(account, 'upcoming.json'), 'utf8'))
  const next = meetings.filter(({ end }) => Date.parse(end) > now).slice(0, 20)
  const soon = next.map(({ id, subject, start, end, recurrence }) => ({ id, subject, start: Date.parse(start), end: Date.parse(end), isSeries: recurrence !== null }))
  await writeFile(join(account, 'upcoming.json'), JSON.stringify({ ...upcoming, soon, fetchedAt: now, problem: null }))
  await writeFile(join(account, 'meetings.json'), JSON.stringify({ items: meetings, fetchedAt: now }))
  await writeFile(join(account, 'contacts.json'), JSON.stringify({ items: contacts, fetchedAt: now }))
}

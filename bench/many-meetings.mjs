import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const many = { meetings: 10_000, people: 5_000 }

/** Waits until the client has kept its contacts, and gives the account's folder. @param {string} cache */
export async function keptBy(cache) {
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
    hasPassword: index % 3 === 0,
    joinLink: `https://parley.example.com/join/${index}`,
    organizer: { name: 'Anna', email: 'anna@example.com' },
    invitees: [{ name: 'Bob', email: 'bob@example.com' }],
  }))
  const contacts = Array.from({ length: many.people }, (_, index) => ({
    id: `u${index}`,
    name: `Person ${index} of the company`,
    email: `person${index}@example.com`,
    presence: 'unknown',
  }))
  await writeFile(join(account, 'meetings.json'), JSON.stringify({ items: meetings, fetchedAt: now }))
  await writeFile(join(account, 'contacts.json'), JSON.stringify({ items: contacts, fetchedAt: now }))
}

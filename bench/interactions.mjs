import { _electron } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { sandboxArguments } from '../scripts/run/app.mjs'
import { findElectron } from '../scripts/setup/electron.mjs'
import { repository } from '../scripts/setup/places.mjs'
import { spread } from './figures.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').ElectronApplication} App
 * @typedef {{ popUp: number[], opener: number[], language: number[], search: number[] }} Interactions milliseconds of each
 *   time: from the click or key as the page hears it until what it leads to is painted, or until the opener is called
 */

const times = 9
const languages = ['Deutsch de', 'Français fr', 'Español es', '日本語 ja', 'العربية ar', 'Deutsch de', 'Français fr', 'Español es', 'English en'].map(
  (both) => ({ name: both.slice(0, -3), code: both.slice(-2) }),
)

/**
 * Measures what people wait for after a click or a key, in one run of Parley that is signed in.
 *
 * @param {import('./prepare-profile.mjs').SignedIn} signedIn
 * @returns {Promise<Interactions>}
 */
export async function measureInteractions(signedIn) {
  const app = await _electron.launch({
    executablePath: findElectron().path,
    args: [...sandboxArguments(), repository, `--user-data-dir=${signedIn.userData}`, '--lang=en-US'],
    env: Object.fromEntries(Object.entries({ ...signedIn.env, LANGUAGE: 'en' }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  })
  try {
    const page = await app.firstWindow()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    // What begins after the first paint is over.
    await wait(5_000)
    await page.evaluate(watch)
    await page.getByRole('link', { name: 'Settings' }).click()
    const popUps = await popUpAndOpener(app, page)
    return { ...popUps, search: await search(page), language: await language(page) }
  } finally {
    await app.close()
  }
}

/** In the page: notes when it hears a click or a key, and tells how long it was until something is there and painted. */
const watch = `
  addEventListener('click', (event) => { globalThis.heardAt = event.timeStamp }, true)
  // A control that is clicked makes such an event as well, after its work.
  addEventListener('input', (event) => { if (event instanceof InputEvent) globalThis.heardAt = event.timeStamp }, true)
  globalThis.paintedAfter = (isThere) => new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look)
      // The message is handled once the frame that shows it is on its way.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - globalThis.heardAt)
      requestAnimationFrame(() => port2.postMessage(0))
    }
    look()
  })
  0`

/** @param {Page} page @param {string} isThere an expression of the page @param {() => Promise<unknown>} act @returns {Promise<number>} */
async function until(page, isThere, act) {
  await page.evaluate(`globalThis.heardAt = Infinity; globalThis.painted = paintedAfter(() => globalThis.heardAt < Infinity && (${isThere})); 0`)
  await act()
  return Number(await page.evaluate('globalThis.painted'))
}

/** @param {App} app @param {Page} page */
async function popUpAndOpener(app, page) {
  // The system's opener would start a browser.
  await app.evaluate(({ shell }) => {
    shell.openExternal = async () => {
      Object.assign(globalThis, { openedAt: Date.now() + (performance.now() % 1) })
    }
  })
  /** @type {{ popUp: number[], opener: number[] }} */
  const found = { popUp: [], opener: [] }
  page.setDefaultTimeout(10_000)
  for (let time = 0; time < times; time += 1) {
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Account' }).click()
    const entry = page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'User management' })
    found.popUp.push(await until(page, `document.querySelector('dialog[open]') !== null`, () => entry.click()))
    await page.getByRole('listitem').filter({ hasText: 'seats used' }).first().waitFor()
    await page.getByRole('button', { name: 'Open Management Console' }).click()
    const heard = Number(await page.evaluate('performance.timeOrigin + globalThis.heardAt'))
    await page.getByRole('status', { name: 'Management Console opened' }).waitFor()
    found.opener.push((await app.evaluate(() => Number(Reflect.get(globalThis, 'openedAt')))) - heard)
  }
  return found
}

/** @param {Page} page */
async function search(page) {
  const field = page.getByRole('combobox', { name: 'Search settings' })
  const found = []
  for (let time = 0; time < times; time += 1) {
    await field.fill('')
    await field.focus()
    found.push(await until(page, `document.querySelector('[role=listbox]:not([hidden]) [role=option]') !== null`, () => page.keyboard.type('c')))
  }
  await page.keyboard.press('Escape')
  return found
}

/** @param {Page} page */
async function language(page) {
  const found = []
  // Each time another one, the first five for the first time.
  for (const { name, code } of languages) {
    if (found.length === 0) await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Appearance' }).click()
    const choice = page.getByRole('radio', { name, exact: true })
    await choice.waitFor()
    // As people do: the pointer comes to rest on it, then the finger moves.
    await choice.hover({ force: true })
    await wait(300)
    found.push(await until(page, `document.documentElement.lang === '${code}'`, () => choice.check({ force: true })))
  }
  return found
}

/** @param {Interactions} interactions @param {Record<keyof Interactions, number>} budget @returns {string[]} */
export function slowInteractions(interactions, budget) {
  return entries(interactions).flatMap(([name, values]) => {
    const { median } = spread(values)
    return median > budget[name] ? [`${words[name]}: ${median.toFixed(0)} ms, at most ${budget[name]} ms`] : []
  })
}

/** @type {Record<keyof Interactions, string>} */
const words = {
  popUp: 'from the click on User management to the pop-up',
  opener: 'from the pop-up’s button to the opener',
  language: 'from the choice of a language to the page in it',
  search: 'from a letter in the search to what is found',
}

/** @param {Interactions} interactions @returns {string} a table for a terminal */
export function interactionTable(interactions) {
  return entries(interactions)
    .map(([name, values]) => {
      const { median, min, max } = spread(values)
      return `${words[name].padEnd(50)} ${median.toFixed(0).padStart(4)} ms (${min.toFixed(0)}–${max.toFixed(0)})`
    })
    .join('\n')
}

/** @param {Interactions} interactions */
function entries(interactions) {
  return /** @type {[keyof Interactions, number[]][]} */ (Object.entries(interactions))
}

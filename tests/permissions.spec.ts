import { permissionNames, requests } from './hostile/permissions'
import { runInPage } from './harness/run-in-page'
import { expect, test } from './harness/test'

/** What the page may have: see `mayUse` in `src/main/window/policy.ts`. There is no device in these tests but the fake ones. */
const given = ['state of camera', 'state of microphone', 'camera', 'microphone']

test('every permission but camera and microphone is refused, asked for or looked up', async ({ launch }) => {
  const parley = await launch({ args: ['--use-fake-device-for-media-stream'] })
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const answers: Record<string, unknown> = {}
  for (const name of permissionNames) {
    const query = `return navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, () => 'not offered')`
    answers[`state of ${name}`] = await runInPage(parley, query)
  }
  for (const [name, text] of Object.entries(requests)) {
    answers[name] = await runInPage(parley, text)
  }
  const got = Object.entries(answers).filter(([, answer]) => !['denied', 'refused', 'not offered'].includes(String(answer)))
  expect(got.map(([name]) => name).sort()).toEqual([...given].sort())
})

test('a frame inside the page gets neither camera nor microphone', async ({ launch }) => {
  const parley = await launch({ args: ['--use-fake-device-for-media-stream'] })
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const ask = `const frame = document.body.appendChild(document.createElement('iframe'))
    frame.allow = 'camera; microphone'
    return frame.contentWindow.navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'given', () => 'refused')`
  expect(await runInPage(parley, ask)).toBe('refused')
})

import { permissionNames, requests } from './hostile/permissions'
import { runInPage } from './harness/run-in-page'
import { expect, test } from './harness/test'

test('every permission is refused, asked for or looked up', async ({ launch }) => {
  const parley = await launch()
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const answers: Record<string, unknown> = {}
  for (const name of permissionNames) {
    const query = `return navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, () => 'not offered')`
    answers[`state of ${name}`] = await runInPage(parley, query)
  }
  for (const [name, text] of Object.entries(requests)) {
    answers[name] = await runInPage(parley, text)
  }
  const given = Object.entries(answers).filter(([, answer]) => !['denied', 'refused', 'not offered'].includes(String(answer)))
  expect(given).toEqual([])
})

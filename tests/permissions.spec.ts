import { permissionNames, requests } from './hostile/permissions'
import { runInPage } from './harness/run-in-page'
import { expect, test } from './harness/test'

test('every permission is refused, asked for or looked up', async ({ launch }) => {
  const parley = await launch()
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  for (const name of permissionNames) {
    const query = `return navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, () => 'not offered')`
    expect(await runInPage(parley, query), name).toMatch(/^(denied|not offered)$/)
  }
  for (const [name, text] of Object.entries(requests)) {
    expect(await runInPage(parley, text), name).toMatch(/^(refused|not offered|TypeError: .*)$/)
  }
})

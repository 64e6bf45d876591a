import { changeLicence, userRow } from './harness/journeys'
import { anna, bob } from './harness/people'
import { expect, testConsole } from './harness/test'

testConsole('a page whose script can’t be loaded says so, and is there once it can', async ({ companyWorkspace, consoleOf }) => {
  const page = await consoleOf(anna)
  const scripts = /\/assets\/events-page-[^/]*\.js$/
  await page.route(scripts, (route) => route.abort())
  await page.goto(`${companyWorkspace.address}/nav/users/company/events`)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.unroute(scripts)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Event log' })).toBeVisible()
})

testConsole('a person is given a licence, and has it after the workspace was killed', async ({ companyWorkspace, consoleOf }) => {
  await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(anna)
  await changeLicence(page, bob, 'Meeting 50')
  await expect(userRow(page, bob)).toContainText('Meeting 50')
  await companyWorkspace.restart()
  await page.reload()
  await expect(userRow(page, bob)).toContainText('Meeting 50')
})

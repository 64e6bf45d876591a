import { z } from 'zod'
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

testConsole('a company that can’t be counted says so, and is counted at another try', async ({ companyWorkspace, consoleOf }) => {
  const page = await consoleOf(anna)
  // As of a company of several pages, that is counted apart.
  await page.route(/\/console-api\/users\?/, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...z.looseObject({}).parse(await answer.json()), total: null } })
  })
  await page.route(/\/console-api\/users\/count/, (route) => route.abort())
  await page.goto(`${companyWorkspace.address}/nav/users/company`)
  await expect(page.getByText('How many there are couldn’t be found out.')).toBeVisible()
  await expect(userRow(page, anna)).toBeVisible()
  await page.unroute(/\/console-api\/users\/count/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('1 user', { exact: true })).toBeVisible()
})

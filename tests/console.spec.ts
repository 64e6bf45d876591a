import { changeLicence, userRow } from './harness/journeys'
import { anna, bob } from './harness/people'
import { expect, testConsole } from './harness/test'

testConsole('a person is given a licence, and has it after the workspace was killed', async ({ companyWorkspace, consoleOf }) => {
  await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(anna)
  await changeLicence(page, bob, 'Meeting 50')
  await expect(userRow(page, bob)).toContainText('Meeting 50')
  await companyWorkspace.restart()
  await page.reload()
  await expect(userRow(page, bob)).toContainText('Meeting 50')
})

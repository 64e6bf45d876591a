import { teamviewerAccess } from '../../src/main/workspace/teamviewer/teamviewer-access'
import { oneToken } from '../../src/main/workspace/workspace'
import { clientId, startTestCloud, type TestCloud } from '../stand-in/teamviewer-cloud'
import { tokenOf } from '../stand-in/teamviewer-token'
import { keepBadWorkspace, type BadWorkspace, type Day } from './bad-workspace'

/** The stand-in answers by itself. */
export const goodCloud: Day = () => undefined

/** Starts the strict stand-in for the vendor's cloud, with these meetings, and does what main does with it. */
export async function startBadCloud(meetings: object[]): Promise<BadWorkspace & { cloud: TestCloud }> {
  const cloud = await startTestCloud()
  cloud.behaviour.meetings = meetings
  const tokens = oneToken(await tokenOf(cloud))
  const workspace = await keepBadWorkspace({
    open: (world) =>
      teamviewerAccess({
        ...world,
        hosts: cloud.hosts,
        clientId: () => clientId,
        clientSecret: () => Promise.resolve({ outcome: 'read', secret: null }),
        redirectPort: () => 0,
      }).open(tokens),
    setDay: (day) => (cloud.behaviour.instead = day === goodCloud ? null : (response) => day(response, '')),
    close: () => cloud.close(),
  })
  return { ...workspace, cloud }
}

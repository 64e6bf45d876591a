import { createHash } from 'node:crypto'
import { z } from 'zod'
import { teamviewerAccess } from '../../src/main/workspace/teamviewer/teamviewer-access'
import { oneToken } from '../../src/main/workspace/workspace'
import { clientId, startTestCloud, type TestCloud } from '../stand-in/teamviewer-cloud'
import { keepBadWorkspace, type BadWorkspace, type Day } from './bad-workspace'

/** The stand-in answers by itself. */
export const goodCloud: Day = () => undefined

/** Starts the strict stand-in for the vendor's cloud, with these meetings, and does what main does with it. */
export async function startBadCloud(meetings: object[]): Promise<BadWorkspace & { cloud: TestCloud }> {
  const cloud = await startTestCloud()
  cloud.behaviour.meetings = meetings
  const tokens = oneToken(await signIn(cloud))
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

/** An access token, as the stand-in gives one to whoever signs in at it. */
async function signIn({ hosts, behaviour, authorize }: TestCloud): Promise<string> {
  const verifier = 'v'.repeat(43)
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: behaviour.redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'x',
  })
  const code = authorize(`${hosts.login}/oauth2/authorize?${asked.toString()}`).searchParams.get('code') ?? ''
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: clientId, redirect_uri: behaviour.redirectUri, code, code_verifier: verifier })
  const answer: unknown = await (await fetch(`${hosts.api}/oauth2/token`, { method: 'POST', body })).json()
  return z.object({ access_token: z.string() }).parse(answer).access_token
}

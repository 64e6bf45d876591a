import { createHash } from 'node:crypto'
import { z } from 'zod'
import { clientId, type TestCloud } from './teamviewer-cloud'

/** An access token, as the stand-in gives one to whoever signs in at it. */
export async function tokenOf({ hosts, behaviour, authorize }: TestCloud): Promise<string> {
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

import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { consoleApiPrefix } from '../../contract/page-paths'
import { scriptTokenMadeSchema, scriptTokensSchema, type CreateScriptToken } from '../../contract/script-tokens'
import { readRefusal, RequestFailed } from './failure'
import { ask, request } from './request'

const path = `${consoleApiPrefix}/script-tokens`

/** `GET /script-tokens`: the account's own. */
export const scriptTokensQuery = queryOptions({
  queryKey: ['script-tokens'],
  queryFn: async ({ signal }) => (await request(path, scriptTokensSchema, { signal })).tokens,
})

/** Where the list can be saved. */
export const scriptTokensExportAddress = `${path}/export`

/** A token that was just made, with the one time that its text is told. */
export type ScriptTokenMade = z.infer<typeof scriptTokenMadeSchema>

/** `POST /script-tokens` */
export function createScriptToken(wanted: CreateScriptToken): Promise<ScriptTokenMade> {
  return request(path, scriptTokenMadeSchema, { method: 'POST', body: wanted })
}

/** `DELETE /script-tokens/{id}`: from then on nothing can be done with it. */
export async function revokeScriptToken(id: string): Promise<void> {
  const answer = await ask(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' })
  if (!answer.ok) throw new RequestFailed(readRefusal(answer.body, answer.headers))
}

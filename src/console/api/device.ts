import type { z } from 'zod'
import { type deviceAnswerSchema, deviceRequestSchema } from '../../contract/console-api'
import { consoleApiPrefix } from '../../contract/page-paths'
import { readRefusal, RequestFailed } from './failure'
import { ask, request } from './request'

/** A device that asks to be signed in. */
export type DeviceRequest = z.infer<typeof deviceRequestSchema>

/** `GET /device`: the device that shows this code. */
export function findDevice(code: string): Promise<DeviceRequest> {
  return request(`${consoleApiPrefix}/device?${new URLSearchParams({ code }).toString()}`, deviceRequestSchema)
}

/** `POST /device`: lets the device in as the account that is signed in in this browser, or refuses it. */
export async function answerDevice(answer: z.infer<typeof deviceAnswerSchema>): Promise<void> {
  const answered = await ask(`${consoleApiPrefix}/device`, { method: 'POST', body: answer })
  if (!answered.ok) throw new RequestFailed(readRefusal(answered.body, answered.headers))
}

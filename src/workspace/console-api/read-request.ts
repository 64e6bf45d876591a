import type { z } from 'zod'
import type { WorkspaceEnv } from '../http/request-context'
import type { AccountInCompany } from '../users/find-account'
import { ConsoleRefusal } from './refusal'

/** Hono's types for the console's routes, once an account is signed in. */
export interface ConsoleEnv extends WorkspaceEnv {
  Variables: WorkspaceEnv['Variables'] & { account: AccountInCompany; sessionId: string }
}

/**
 * Checks what a page sent.
 *
 * @throws {ConsoleRefusal} `invalid`, with the fields at fault.
 */
export function read<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== ''))]
  throw new ConsoleRefusal('invalid', { fields })
}

/** A request's body, or null when it is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  return request.json().catch(() => null)
}

import { z } from 'zod'
import { accountKeySchema, workspaceKindSchema } from '../../contract/accounts'
import { accountSchema, type Account } from '../../contract/session'

/** An account as it is remembered between runs. Nothing secret: its tokens are in the keychain. */
export const rememberedAccountSchema = z.object({
  key: accountKeySchema,
  kind: workspaceKindSchema,
  /** Origin of a self-hosted workspace; null where the kind alone says where it is. */
  address: z.url().nullable(),
  /** Who is signed in there, or null for nobody. */
  account: accountSchema.nullable(),
})
export type RememberedAccount = z.infer<typeof rememberedAccountSchema>

/** Key of the account that versions with a single account had; its entry in the keychain has no key in its name. */
export const firstKey = 'first'

/** Nobody yet, on this computer: what a first start shows. */
export const nobodyYet: RememberedAccount = { key: firstKey, kind: 'this-computer', address: null, account: null }

/**
 * Name of what is kept of one person at one account: figures, cached meetings. Another person who signs in in their place
 * finds nothing of them.
 */
export function keptName(key: string, accountId: string): string {
  return `${key}.${accountId}`
}

/** What of the memory is about accounts. */
export interface AccountMemory {
  accounts: RememberedAccount[]
  current: string | null
  /** Who was signed in, in the form of versions with a single account. */
  account: Account | null
}

/**
 * The remembered accounts, with the single one of an older version taken over.
 *
 * @returns At least one, and the one to show.
 */
export function rememberedAccounts(memory: AccountMemory): { accounts: RememberedAccount[]; current: string } {
  const takenOver = memory.accounts.length === 0 ? [{ ...nobodyYet, account: memory.account }] : memory.accounts
  const known = takenOver.filter(({ account, key }) => account !== null || key === memory.current)
  const accounts = known.length === 0 ? [nobodyYet] : known
  const current = accounts.find(({ key }) => key === memory.current) ?? accounts[0] ?? nobodyYet
  return { accounts, current: current.key }
}

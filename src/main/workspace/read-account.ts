import { roleSchema, type Account, type Role } from '../../contract/session'
import type { ApiAccount } from '../../contract/web-api'
import type { ApiAnswer, ApiClient } from './api-client'

/** A role by its name in the API; a name that Parley does not know gives the fewest rights. */
export function toRole(name: string | undefined): Role {
  const role = roleSchema.safeParse(name)
  return role.success ? role.data : 'member'
}

/** The account as the client shows it. */
function toAccount(account: ApiAccount): Account {
  return {
    id: account.userid,
    name: account.name,
    email: account.email,
    companyName: account.company_name,
    role: toRole(account.role),
  }
}

/** Makes the function that tells whose access token it is. */
export function readAccountWith(api: Pick<ApiClient, 'account'>): (accessToken: string) => Promise<ApiAnswer<Account>> {
  return async (accessToken) => {
    const answer = await api.account(accessToken)
    if (answer.outcome === 'failed') return answer
    return answer.value.userid === ''
      ? { outcome: 'failed', problem: 'bad-answer' }
      : { outcome: 'done', value: toAccount(answer.value) }
  }
}

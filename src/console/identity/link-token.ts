import { useState } from 'react'
import { linkTokenSchema } from '../../contract/own-account'

/** The secret behind the `#` of a mailed link, or null when the link is not whole. It is read once, as the page opens. */
export function useLinkToken(): string | null {
  const [token] = useState(() => linkTokenSchema.safeParse(window.location.hash.slice(1)).data ?? null)
  return token
}

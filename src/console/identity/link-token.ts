import { useEffect, useState } from 'react'
import { linkTokenSchema } from '../../contract/own-account'

/**
 * The secret behind the `#` of a mailed link, or null when the link is not whole. It is read once, as the page opens; with
 * another link in the same tab, which the browser takes for a place on the same page, the page opens anew.
 */
export function useLinkToken(): string | null {
  const [token] = useState(() => linkTokenSchema.safeParse(window.location.hash.slice(1)).data ?? null)
  useEffect(() => {
    const openAnew = () => window.location.reload()
    window.addEventListener('hashchange', openAnew)
    return () => window.removeEventListener('hashchange', openAnew)
  }, [])
  return token
}

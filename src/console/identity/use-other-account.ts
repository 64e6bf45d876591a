import { useMutation, useQueryClient } from '@tanstack/react-query'
import { signOut } from '../api/console-api'
import { signInAddress } from '../routes/sign-in-request'

/**
 * The way to another account in this browser: the present session ends, and somebody signs in and comes back.
 *
 * @param path The page to come back to.
 * @param search Its query, with or without `?`.
 * @param email E-mail to fill in, or null.
 */
export function useOtherAccount(path: string, search: string, email: string | null) {
  const client = useQueryClient()
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      // A fresh page: nothing of one account may be seen by whoever signs in next.
      client.clear()
      window.location.assign(signInAddress(path, search, email))
    },
  })
  return {
    leave: () => leaving.mutate(),
    isLeaving: leaving.isPending || leaving.isSuccess,
    hasFailed: leaving.isError,
  }
}

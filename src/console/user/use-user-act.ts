import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { askAnew } from '../api/users-cache'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { userProblem } from './user-problem'

/** Something that is done to a user. */
export interface UserAct {
  readonly run: () => Promise<unknown>
  /** What to say once it is done. */
  readonly text: string
  /** How to take it back, where it can be. */
  readonly undo?: Omit<UserAct, 'undo'>
  /** The page to go to, where the one of this user is no more. */
  readonly goTo?: string
}

/** Does something to a user, says so, and offers to take it back where that is possible. */
export function useUserAct() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [, navigate] = useLocation()
  const acting = useMutation({
    mutationFn: ({ run }: UserAct) => run(),
    onSuccess: (_, { text, undo, goTo }) => {
      if (goTo !== undefined) navigate(goTo)
      askAnew(client)
      announce({
        outcome: 'done',
        text,
        ...(undo === undefined ? {} : { action: { label: t('changeLicence.undo'), run: () => acting.mutate(undo) } }),
      })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`userPage.problems.${userProblem(error)}`) })
      askAnew(client)
    },
  })
  return acting
}

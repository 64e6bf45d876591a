import { useMutation, useQueryClient } from '@tanstack/react-query'
import { actOnInvitation, invitationsQuery, type InvitationAct } from '../api/invitations-api'
import { keys } from '../api/queries'
import { useWords } from '../i18n/words'
import { formProblem } from '../own-account/form-problem'
import { useAnnounce } from '../shell/announcement'

interface Told {
  readonly wanted: InvitationAct
  /** What to say once it is done. */
  readonly text: string
  readonly undo: { readonly wanted: InvitationAct; readonly text: string } | null
}

/** Does something to an invitation, says so, and offers to take it back where that is possible. */
export function useAct() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const acting = useMutation({
    mutationFn: ({ wanted }: Told) => actOnInvitation(wanted),
    onSuccess: (answer, { wanted, text, undo }) => {
      client.setQueryData(invitationsQuery.queryKey, answer)
      if (wanted.act === 'accept') void client.invalidateQueries({ queryKey: keys.users })
      announce({
        outcome: 'done',
        text,
        ...(undo === null
          ? {}
          : { action: { label: t('changeLicence.undo'), run: () => acting.mutate({ ...undo, undo: null }) } }),
      })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`ownAccount.problems.${formProblem(error)}`) })
      void client.invalidateQueries({ queryKey: invitationsQuery.queryKey })
    },
  })
  return acting
}

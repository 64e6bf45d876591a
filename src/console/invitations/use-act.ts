import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Invitations } from '../../contract/invitations'
import { actOnInvitation, invitationsQuery, openInvitationsKey, type InvitationAct } from '../api/invitations-api'
import { askAnew } from '../api/users-cache'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { invitationProblem } from './invitation-problem'

interface Undo {
  readonly wanted: InvitationAct
  readonly text: string
}

interface Told {
  readonly wanted: InvitationAct
  /** What to say once it is done. */
  readonly text: string
  /** What takes it back, given what there is then; null where nothing does. */
  readonly undo: Undo | ((answer: Invitations) => Undo | null) | null
}

/** Does something to an invitation, says so, and offers to take it back where that is possible. */
export function useAct() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const acting = useMutation({
    mutationFn: ({ wanted }: Told) => actOnInvitation(wanted),
    onSuccess: async (answer, { wanted, text, undo }) => {
      client.setQueryData(invitationsQuery.queryKey, answer)
      const read = client.invalidateQueries({ queryKey: openInvitationsKey })
      // The list has the new link before it is told that the former one is void.
      if (wanted.act === 'resend') await read
      if (wanted.act === 'accept' || wanted.act === 'unaccept') askAnew(client)
      const back = typeof undo === 'function' ? undo(answer) : undo
      announce({
        outcome: 'done',
        text,
        ...(back === null
          ? {}
          : { action: { label: t('changeLicence.undo'), run: () => acting.mutate({ ...back, undo: null }) } }),
      })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`invitations.problems.${invitationProblem(error)}`) })
      for (const queryKey of [invitationsQuery.queryKey, openInvitationsKey]) void client.invalidateQueries({ queryKey })
    },
  })
  return acting
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChangeLicences, ConsoleUser } from '../../contract/console-api'
import { changeLicences } from '../api/console-api'
import { keys } from '../api/queries'
import { showChangedUser } from '../api/users-cache'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { changeProblem } from './change-problem'
import { inWords } from './licence-names'

interface Change {
  /** The user as before. */
  user: ConsoleUser
  change: ChangeLicences
}

/** What leads from one state of a user to another. */
function difference(from: ConsoleUser, to: ConsoleUser): ChangeLicences {
  const idsOf = (user: ConsoleUser) => user.licences.map(({ id }) => id)
  return {
    give: idsOf(to).filter((id) => !idsOf(from).includes(id)),
    takeBack: idsOf(from).filter((id) => !idsOf(to).includes(id)),
  }
}

/** Changes a user's licences, says so, and offers to take it back. */
export function useChangeLicence() {
  const { t, language } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()

  const refresh = (changed: ConsoleUser) => showChangedUser(client, changed)

  const undoing = useMutation({
    mutationFn: ({ former, changed }: { former: ConsoleUser; changed: ConsoleUser }) =>
      changeLicences(former.id, difference(changed, former)),
    onSuccess: (user) => {
      refresh(user)
      const { name, licences } = user
      const text =
        licences.length === 0
          ? t('changeLicence.restoredToNone', { name })
          : t('changeLicence.restored', { name, licence: inWords(licences, language) })
      announce({ outcome: 'done', text })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`changeLicence.undoProblems.${changeProblem(error)}`) })
      void client.invalidateQueries({ queryKey: keys.licences })
    },
  })

  return useMutation({
    mutationFn: ({ user, change }: Change) => changeLicences(user.id, change),
    onSuccess: (changed, { user: former }) => {
      refresh(changed)
      const { name, licences } = changed
      announce({
        outcome: 'done',
        text:
          licences.length === 0
            ? t('changeLicence.taken', { name })
            : t('changeLicence.given', { name, licence: inWords(licences, language) }),
        action: { label: t('changeLicence.undo'), run: () => undoing.mutate({ former, changed }) },
      })
    },
    // The figures that the choice was made by were old.
    onError: () => client.invalidateQueries({ queryKey: keys.licences }),
  })
}

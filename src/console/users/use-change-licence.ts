import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ConsoleUser } from '../../contract/console-api'
import { assignLicence, type ShownUsers } from '../api/console-api'
import { keys } from '../api/queries'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { changeProblem } from './change-problem'

interface Change {
  /** The user as before. */
  user: ConsoleUser
  licenceId: string | null
}

/** Changes a user's licence, says so, and offers to take it back. */
export function useChangeLicence() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()

  /** Shows the changed user at once, and asks anew for all that the change has made old. */
  const refresh = (changed: ConsoleUser) => {
    client.setQueriesData<ShownUsers>({ queryKey: keys.users }, (page) =>
      page === undefined
        ? undefined
        : { ...page, users: page.users.map((user) => (user.id === changed.id ? changed : user)) },
    )
    void client.invalidateQueries({ queryKey: keys.users })
    void client.invalidateQueries({ queryKey: keys.licences })
  }

  const undoing = useMutation({
    mutationFn: (former: ConsoleUser) => assignLicence(former.id, former.licence?.id ?? null),
    onSuccess: (user) => {
      refresh(user)
      const { name, licence } = user
      const text =
        licence === null
          ? t('changeLicence.restoredToNone', { name })
          : t('changeLicence.restored', { name, licence: licence.name })
      announce({ outcome: 'done', text })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`changeLicence.undoProblems.${changeProblem(error)}`) })
      void client.invalidateQueries({ queryKey: keys.licences })
    },
  })

  return useMutation({
    mutationFn: ({ user, licenceId }: Change) => assignLicence(user.id, licenceId),
    onSuccess: (changed, { user: former }) => {
      refresh(changed)
      const { name, licence } = changed
      announce({
        outcome: 'done',
        text:
          licence === null ? t('changeLicence.taken', { name }) : t('changeLicence.given', { name, licence: licence.name }),
        action: { label: t('changeLicence.undo'), run: () => undoing.mutate(former) },
      })
    },
    // The figures that the choice was made by were old.
    onError: () => client.invalidateQueries({ queryKey: keys.licences }),
  })
}

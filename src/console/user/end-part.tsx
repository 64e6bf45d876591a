import { Button, Text } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { UserPage } from '../../contract/console-users'
import { changeUser, removeUser, restoreUser } from '../api/users-api'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { DeleteUserDialog } from './delete-user-dialog'
import { useUserAct } from './use-user-act'

/** Switching the account off, removing it from the company, deleting it for good; or why that can't be. */
export function EndPart({ page: { user, isYourself, isLastAdministrator } }: { page: UserPage }) {
  const { t } = useWords()
  const id = useId()
  const switching = useUserAct()
  const removing = useUserAct()
  const [isDeleting, setIsDeleting] = useState(false)
  const { name, active } = user

  const act = (to: boolean) => ({
    run: () => changeUser(user.id, { active: to }),
    text: t(to ? 'userPage.end.activated' : 'userPage.end.deactivated', { name }),
  })

  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('userPage.end.title')}</h2>
      {isLastAdministrator || isYourself ? (
        <Text>{t(isLastAdministrator ? 'userPage.end.lastAdministrator' : 'userPage.end.yourself', { name })}</Text>
      ) : (
        <ul className="part-list user-ways">
          <Way
            text={t(active ? 'userPage.end.deactivateHint' : 'userPage.end.activateHint')}
            button={
              <Button
                variant="default"
                loading={switching.isPending}
                onClick={() => switching.mutate({ ...act(!active), undo: act(active) })}
              >
                {t(active ? 'userPage.end.deactivate' : 'userPage.end.activate')}
              </Button>
            }
          />
          <Way
            text={t('userPage.end.removeHint')}
            button={
              <Button
                variant="default"
                loading={removing.isPending}
                onClick={() =>
                  removing.mutate({
                    run: () => removeUser(user.id),
                    text: t('userPage.end.removed', { name }),
                    goTo: paths.users,
                    undo: { run: () => restoreUser(user.id), text: t('userPage.end.restored', { name }) },
                  })
                }
              >
                {t('userPage.end.remove')}
              </Button>
            }
          />
          <Way
            text={t('userPage.end.deleteHint')}
            button={
              <Button color="red" variant="light" aria-haspopup="dialog" onClick={() => setIsDeleting(true)}>
                {t('userPage.end.delete')}
              </Button>
            }
          />
        </ul>
      )}
      <DeleteUserDialog user={user} isOpen={isDeleting} onClose={() => setIsDeleting(false)} />
    </section>
  )
}

function Way({ text, button }: { text: string; button: ReactNode }) {
  return (
    <li>
      <Text className="part-entry">{text}</Text>
      {button}
    </li>
  )
}

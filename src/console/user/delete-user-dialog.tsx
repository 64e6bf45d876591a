import { Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { UserPage } from '../../contract/console-users'
import { Dialog } from '../../ui/dialog'
import { askAnew } from '../api/users-cache'
import { deleteUser } from '../api/users-api'
import { TypedEnd } from '../fields/form-end'
import { Rich, useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { paths } from '../routes/paths'
import { useAnnounce } from '../shell/announcement'
import { userProblem } from './user-problem'

interface DeleteUserDialogProps {
  user: UserPage['user']
  isOpen: boolean
  onClose: () => void
}

/** Deletes an account for good, once its e-mail has been typed: there is no way back. */
export function DeleteUserDialog({ user, isOpen, onClose }: DeleteUserDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('userPage.delete.title', { name: user.name })}
      closeLabel={t('changeLicence.close')}
      width={480}
    >
      <DeleteUserForm user={user} onClose={onClose} />
    </Dialog>
  )
}

function DeleteUserForm({ user, onClose }: Omit<DeleteUserDialogProps, 'isOpen'>) {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const deleting = useMutation({
    mutationFn: () => deleteUser(user.id, typed),
    onSuccess: () => {
      navigate(paths.users)
      askAnew(client)
      announce({ outcome: 'done', text: t('userPage.delete.done', { name: user.name }) })
    },
  })
  const isSame = typed.trim().toLowerCase() === user.email
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setIsWrong(!isSame)
    if (isSame) deleting.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={deleting.error === null ? null : t(`userPage.problems.${userProblem(deleting.error)}`)} />
        <Text>{t('userPage.delete.text')}</Text>
        <Text className="breakable">
          <Rich words="userPage.delete.type" values={{ email: user.email }} parts={{ b: <strong /> }} />
        </Text>
        <TextInput
          label={t('users.columns.email')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setIsWrong(false)
          }}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={isWrong ? t('userPage.delete.wrongEmail') : null}
        />
        <TypedEnd submit={t('userPage.end.delete')} isSending={deleting.isPending} isSame={isSame} onCancel={onClose} />
      </Stack>
    </form>
  )
}

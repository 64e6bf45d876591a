import { Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { createUserSchema, type CreateUser, type UserMade } from '../../contract/console-users'
import { isoDate } from '../../ui/licence-state'
import { licencesQuery } from '../api/queries'
import { askAnew } from '../api/users-cache'
import { createUser, deleteUser } from '../api/users-api'
import { ChoiceField } from '../fields/choice-field'
import { FormEnd } from '../fields/form-end'
import { languageOptions, useRoleOptions } from '../fields/options'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { useAnnounce } from '../shell/announcement'
import { useMe } from '../shell/session'
import { licenceChoices } from '../users/licence-choices'
import { useUserAct } from './use-user-act'
import { userProblem } from './user-problem'

interface CreateUserFormProps {
  onMade: (made: UserMade) => void
  onCancel: () => void
}

/** Who the new user is, what it may do, and the licence that it gets. */
export function CreateUserForm({ onMade, onCancel }: CreateUserFormProps) {
  const { t } = useWords()
  const { company } = useMe()
  const client = useQueryClient()
  const announce = useAnnounce()
  const acting = useUserAct()
  const licences = useQuery(licencesQuery)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<string>('member')
  const [language, setLanguage] = useState<string>(company.language)
  const [licenceId, setLicenceId] = useState('')
  const [faults, setFaults] = useState<readonly unknown[]>([])
  const roles = useRoleOptions()
  const choices = licenceChoices(licences.data ?? [], new Set(), isoDate(new Date(licences.dataUpdatedAt)))
  const licenceOptions = [
    { value: '', label: t('users.noLicence') },
    ...choices.map(({ licence, seatsLeft, blocked }) => ({
      value: licence.id,
      label: t('createUser.licence', { name: licence.name, count: seatsLeft }),
      disabled: blocked !== null,
    })),
  ]

  const making = useMutation({
    mutationFn: (user: CreateUser) => createUser(user),
    onSuccess: (made) => {
      askAnew(client)
      const { user } = made
      announce({
        outcome: 'done',
        text: t(made.isMailed ? 'createUser.mailed' : 'createUser.done', { name: user.name, email: user.email }),
        action: {
          label: t('changeLicence.undo'),
          run: () =>
            acting.mutate({
              run: () => deleteUser(user.id, user.email),
              text: t('createUser.undone', { name: user.name }),
            }),
        },
      })
      onMade(made)
    },
    onError: () => client.invalidateQueries({ queryKey: licencesQuery.queryKey }),
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const licenceIds = licenceId === '' ? [] : [licenceId]
    const parsed = createUserSchema.safeParse({ email: email.trim(), name, role, language, licenceIds })
    setFaults(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
    if (parsed.success) making.mutate(parsed.data)
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={making.error === null ? null : t(`userPage.problems.${userProblem(making.error)}`)} />
        <TextInput
          label={t('users.columns.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="off"
          maxLength={100}
          data-autofocus
          error={faults.includes('email') ? t('createCompany.faults.email') : null}
        />
        <TextInput
          label={t('users.columns.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          maxLength={50}
          error={faults.includes('name') ? t('userPage.faults.name') : null}
        />
        <div className="create-user-choices">
          <ChoiceField label={t('users.columns.role')} value={role} options={roles} onChoose={setRole} />
          <ChoiceField label={t('ownAccount.profile.language')} value={language} options={languageOptions} onChoose={setLanguage} />
        </div>
        <div className="create-user-choices">
          <ChoiceField label={t('users.columns.licence')} value={licenceId} options={licenceOptions} onChoose={setLicenceId} />
        </div>
        <FormEnd submit={t('createUser.submit')} isSending={making.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  )
}

import { Button, Text, TextInput } from '@mantine/core'
import { type SyntheticEvent, useId, useState } from 'react'
import { type ChangeUser, changeUserSchema, type UserPage } from '../../contract/console-users'
import { languages } from '../../contract/languages'
import { changeUser } from '../api/users-api'
import { ChoiceField } from '../fields/choice-field'
import { languageOptions, useRoleOptions } from '../fields/options'
import { useWords } from '../i18n/words'
import { useUserAct } from './use-user-act'

/** Name, e-mail, role and language; what was saved can be taken back. */
export function ProfilePart({ page: { user, isYourself, mayManage, isLastAdministrator } }: { page: UserPage }) {
  const { t } = useWords()
  const id = useId()
  const acting = useUserAct()
  const [name, setName] = useState(user.name)
  const [email, setEmail] = useState(user.email)
  const [role, setRole] = useState<string>(user.role)
  const [language, setLanguage] = useState<string>(user.language)
  const [faults, setFaults] = useState<readonly unknown[]>([])
  const roles = useRoleOptions(mayManage ? undefined : user.role)
  const keepsRole = isYourself || isLastAdministrator

  // Only what is another one is sent: what somebody else changed meanwhile stays.
  const wanted = {
    ...(name.trim() === user.name ? {} : { name }),
    ...(email.trim().toLowerCase() === user.email ? {} : { email: email.trim() }),
    ...(role === user.role ? {} : { role }),
    ...(language === user.language ? {} : { language }),
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = changeUserSchema.safeParse(wanted)
    setFaults(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
    if (!parsed.success) return
    const change = parsed.data
    acting.mutate({
      run: () => changeUser(user.id, change),
      text: t('userPage.profile.saved', { name: change.name ?? user.name }),
      undo: {
        run: () => changeUser(user.id, before(user, change)),
        text: t('userPage.profile.undone', { name: user.name }),
      },
    })
  }

  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('userPage.profile.title')}</h2>
      {!mayManage && <Text c="dimmed">{t('userPage.profile.notYours')}</Text>}
      <form onSubmit={submit} noValidate>
        <TextInput
          label={t('users.columns.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          maxLength={50}
          readOnly={!mayManage}
          error={faults.includes('name') ? t('userPage.faults.name') : null}
        />
        <TextInput
          label={t('users.columns.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="off"
          maxLength={100}
          readOnly={!mayManage}
          error={faults.includes('email') ? t('createCompany.faults.email') : null}
        />
        <ChoiceField
          label={t('users.columns.role')}
          value={role}
          options={roles}
          onChoose={setRole}
          disabled={!mayManage || keepsRole}
          hint={keepsRole ? t(isLastAdministrator ? 'userPage.lastAdministrator' : 'userPage.yourself', { name: user.name }) : null}
        />
        <ChoiceField
          label={t('ownAccount.profile.language')}
          value={language}
          options={languageOptions}
          onChoose={setLanguage}
          disabled={!mayManage}
        />
        {mayManage && (
          <Button type="submit" loading={acting.isPending} disabled={Object.keys(wanted).length === 0}>
            {t('changeLicence.save')}
          </Button>
        )}
      </form>
    </section>
  )
}

/** What leads back: of all that was changed, how it was. */
function before({ name, email, role, language }: UserPage['user'], change: ChangeUser): ChangeUser {
  const former = languages.find((each) => each === language)
  return {
    ...(change.name === undefined ? {} : { name }),
    ...(change.email === undefined ? {} : { email }),
    ...(change.role === undefined ? {} : { role }),
    ...(change.language === undefined || former === undefined ? {} : { language: former }),
  }
}

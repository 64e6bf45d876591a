import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useId, useState } from 'react'
import { changePasswordSchema } from '../../contract/own-account'
import { changePassword, ownSessionsQuery } from '../api/own-account-api'
import { useWords } from '../i18n/words'
import { NewPasswordField } from '../identity/new-password-field'
import { PasswordField } from '../identity/password-field'
import { ProblemAlert } from '../identity/problem-alert'
import { useAnnounce } from '../shell/announcement'
import { formProblem } from './form-problem'

/** Another password; whoever else is signed in with the old one is signed out. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useWords()
  const id = useId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setCurrent('')
      setPassword('')
      void client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })
      announce({ outcome: 'done', text: t('ownAccount.password.done') })
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = changePasswordSchema.safeParse({ current, password })
    setIsWrong(!parsed.success)
    if (parsed.success) changing.mutate(parsed.data)
  }
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('ownAccount.password.title')}</h2>
      <Text c="dimmed">{t('ownAccount.password.introduction')}</Text>
      <form onSubmit={submit} noValidate>
        <ProblemAlert
          text={changing.error === null ? null : t(`ownAccount.problems.${formProblem(changing.error)}`)}
        />
        {/* For password stores, which keep a password with its name. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          label={t('ownAccount.password.current')}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          error={null}
        />
        <NewPasswordField
          label={t('ownAccount.password.new')}
          value={password}
          onChange={setPassword}
          error={isWrong ? t('createCompany.faults.password') : null}
        />
        <Button type="submit" loading={changing.isPending} disabled={current === '' || password === ''}>
          {t('ownAccount.password.submit')}
        </Button>
      </form>
    </section>
  )
}

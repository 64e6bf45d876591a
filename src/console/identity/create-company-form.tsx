import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useRef, useState } from 'react'
import { type CreateCompany, createCompanySchema } from '../../contract/console-api'
import { createCompany } from '../api/console-api'
import { failureOf, isRefusal } from '../api/failure'
import { keys } from '../api/queries'
import { useWords } from '../i18n/words'
import { EmailField } from './email-field'
import { leaveFor } from './leave'
import { NewPasswordField } from './new-password-field'
import { ProblemAlert } from './problem-alert'
import { signInProblem } from './sign-in-problem'
import { useFaults } from './use-faults'

/** The fields that people fill in, in reading order. */
const fields = ['companyName', 'name', 'email', 'password'] as const
type Field = (typeof fields)[number]

/** Company, name, e-mail and password. What was typed stays when it is refused. */
export function CreateCompanyForm({ email }: { email: string }) {
  const { t, language } = useWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState<Record<Field, string>>({ companyName: '', name: '', email, password: '' })
  const form = useRef<HTMLFormElement>(null)
  // Those of the schema before sending, those of the workspace after.
  const faults = useFaults(fields, form)

  const creating = useMutation({
    mutationFn: async (company: CreateCompany) => leaveFor(await createCompany(company, window.location.search)),
    onError: (error) => {
      const failure = failureOf(error)
      if (failure.kind === 'refused' && failure.error === 'invalid') faults.show(failure.fields)
      if (isRefusal(error, 'company-exists')) void client.invalidateQueries({ queryKey: keys.setup })
    },
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = createCompanySchema.safeParse({ ...typed, email: typed.email.trim(), language })
    faults.show(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]))
    if (parsed.success) creating.mutate(parsed.data)
  }

  const change = (field: Field) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    faults.forget(field)
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={creating.error === null ? null : problemText(t, creating.error, faults.any)} />
        <TextInput
          name="organization"
          label={t('createCompany.companyName')}
          value={typed.companyName}
          onChange={(event) => change('companyName')(event.currentTarget.value)}
          autoComplete="organization"
          maxLength={100}
          error={faults.textOf('companyName')}
          autoFocus
        />
        <TextInput
          name="name"
          label={t('createCompany.name')}
          value={typed.name}
          onChange={(event) => change('name')(event.currentTarget.value)}
          autoComplete="name"
          maxLength={50}
          error={faults.textOf('name')}
        />
        <EmailField
          label={t('createCompany.email')}
          value={typed.email}
          onChange={change('email')}
          error={faults.textOf('email')}
        />
        <NewPasswordField
          label={t('createCompany.password')}
          value={typed.password}
          onChange={change('password')}
          error={faults.textOf('password')}
        />
        <Button type="submit" fullWidth loading={creating.isPending || creating.isSuccess}>
          {t('createCompany.submit')}
        </Button>
      </Stack>
    </form>
  )
}

type Translate = ReturnType<typeof useWords>['t']

function problemText(t: Translate, error: unknown, hasFaults: boolean): string | null {
  if (isRefusal(error, 'company-exists')) return t('createCompany.problems.company-exists')
  if (isRefusal(error, 'email-taken')) return t('createCompany.problems.email-taken')
  if (isRefusal(error, 'password-too-common')) return t('ownAccount.problems.password-too-common')
  // The fields say it themselves.
  if (isRefusal(error, 'invalid')) return hasFaults ? null : t('signIn.problems.unexpected')
  const problem = signInProblem(error)
  return problem.kind === 'wait' ? t('signIn.wait', { count: problem.seconds }) : t(`signIn.problems.${problem.kind}`)
}

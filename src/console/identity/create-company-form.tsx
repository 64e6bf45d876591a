import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useRef, useState } from 'react'
import { type CreateCompany, createCompanySchema } from '../../contract/console-api'
import { createCompany } from '../api/console-api'
import { failureOf, isRefusal } from '../api/failure'
import { keys } from '../api/queries'
import { useWords } from '../i18n/words'
import { leaveFor } from './leave'
import { PasswordField } from './password-field'
import { PasswordHintText } from './password-hint-text'
import { ProblemAlert } from './problem-alert'
import { signInProblem } from './sign-in-problem'

/** The fields that people fill in, in reading order. */
const fields = ['companyName', 'name', 'email', 'password'] as const
type Field = (typeof fields)[number]

/** Names the fields at fault: those of the schema before sending, those of the workspace after. */
function isField(name: unknown): name is Field {
  return fields.some((field) => field === name)
}

/** Company, name, e-mail and password. What was typed stays when it is refused. */
export function CreateCompanyForm({ email }: { email: string }) {
  const { t, language } = useWords()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Record<Field, string>>({ companyName: '', name: '', email, password: '' })
  const [faults, setFaults] = useState<readonly Field[]>([])

  const showFaults = (names: readonly unknown[]) => {
    const found = fields.filter((field) => names.includes(field))
    setFaults(found)
    const first = found[0]
    if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`[name="${inputNames[first]}"]`)?.focus()
  }

  const creating = useMutation({
    mutationFn: async (company: CreateCompany) => leaveFor(await createCompany(company, window.location.search)),
    onError: (error) => {
      const failure = failureOf(error)
      if (failure.kind === 'refused' && failure.error === 'invalid') showFaults(failure.fields)
      if (isRefusal(error, 'company-exists')) void client.invalidateQueries({ queryKey: keys.setup })
    },
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = createCompanySchema.safeParse({ ...typed, email: typed.email.trim(), language })
    if (parsed.success) {
      setFaults([])
      creating.mutate(parsed.data)
    } else {
      showFaults(parsed.error.issues.map((issue) => issue.path[0]).filter(isField))
    }
  }

  const change = (field: Field) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    setFaults(faults.filter((each) => each !== field))
  }
  const fault = (field: Field) => (faults.includes(field) ? t(`createCompany.faults.${field}`) : null)

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={creating.error === null ? null : problemText(t, creating.error, faults.length > 0)} />
        <TextInput
          name={inputNames.companyName}
          label={t('createCompany.companyName')}
          value={typed.companyName}
          onChange={(event) => change('companyName')(event.currentTarget.value)}
          autoComplete="organization"
          maxLength={100}
          error={fault('companyName')}
          autoFocus
        />
        <TextInput
          name={inputNames.name}
          label={t('createCompany.name')}
          value={typed.name}
          onChange={(event) => change('name')(event.currentTarget.value)}
          autoComplete="name"
          maxLength={50}
          error={fault('name')}
        />
        <TextInput
          name={inputNames.email}
          type="email"
          label={t('createCompany.email')}
          value={typed.email}
          onChange={(event) => change('email')(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          error={fault('email')}
        />
        <PasswordField
          label={t('createCompany.password')}
          value={typed.password}
          onChange={change('password')}
          autoComplete="new-password"
          error={fault('password')}
          hint={<PasswordHintText password={typed.password} />}
        />
        <Button type="submit" fullWidth loading={creating.isPending || creating.isSuccess}>
          {t('createCompany.submit')}
        </Button>
      </Stack>
    </form>
  )
}

/** Names that password stores know. */
const inputNames: Readonly<Record<Field, string>> = {
  companyName: 'organization',
  name: 'name',
  email: 'username',
  password: 'password',
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

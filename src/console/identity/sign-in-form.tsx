import { Anchor, Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { signIn } from '../api/console-api'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { type SignInRequest } from '../routes/sign-in-request'
import { EmailField } from './email-field'
import { leaveFor } from './leave'
import { PasswordField } from './password-field'
import { ProblemAlert } from './problem-alert'
import { type SignInProblem, signInProblem } from './sign-in-problem'

interface SignInFormProps {
  /** What brought somebody here. */
  request: SignInRequest
  /** False while it isn't known yet whether this form is the right one. */
  isReady: boolean
}

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm({ request, isReady }: SignInFormProps) {
  const { t } = useWords()
  const [email, setEmail] = useState(request.email)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'email' | 'password' | null>(null)
  const emailInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)

  const entering = useMutation({
    mutationFn: async () => {
      const continueTo = await signIn({ email: email.trim(), password }, window.location.search)
      leaveFor(request.from === 'console' ? request.next : continueTo)
    },
    onError: () => passwordInput.current?.select(),
  })

  useEffect(() => {
    if (isReady) (request.email === '' ? emailInput : passwordInput).current?.focus()
  }, [isReady, request.email])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const fault = email.trim() === '' ? 'email' : password === '' ? 'password' : null
    setMissing(fault)
    if (fault === 'email') emailInput.current?.focus()
    if (fault === 'password') passwordInput.current?.focus()
    if (fault === null) entering.mutate()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={entering.error === null ? null : problemText(t, signInProblem(entering.error))} />
        <EmailField
          ref={emailInput}
          label={t('signIn.email')}
          value={email}
          onChange={setEmail}
          error={missing === 'email' ? t('signIn.emailMissing') : null}
        />
        <PasswordField
          ref={passwordInput}
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={missing === 'password' ? t('signIn.passwordMissing') : null}
        />
        {/* After success it keeps turning: the browser is on its way to the next page. */}
        <Button type="submit" fullWidth loading={entering.isPending || entering.isSuccess || !isReady}>
          {t('signIn.submit')}
        </Button>
        <Anchor component={Link} href={forgottenAddress(email)} size="sm">
          {t('signIn.forgotten')}
        </Anchor>
      </Stack>
    </form>
  )
}

function problemText(t: ReturnType<typeof useWords>['t'], problem: SignInProblem): string {
  return problem.kind === 'wait' ? t('signIn.wait', { count: problem.seconds }) : t(`signIn.problems.${problem.kind}`)
}

function forgottenAddress(email: string): string {
  return email.trim() === '' ? paths.forgotten : `${paths.forgotten}?${new URLSearchParams({ login_hint: email.trim() }).toString()}`
}

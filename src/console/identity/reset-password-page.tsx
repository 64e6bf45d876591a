import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { usePasswordResetSchema } from '../../contract/own-account'
import { usePasswordReset as sendNewPassword } from '../api/own-account-api'
import { isRefusal } from '../api/failure'
import { useWords } from '../i18n/words'
import { formProblem } from '../own-account/form-problem'
import { paths } from '../routes/paths'
import { PageHeading } from '../shell/page-heading'
import { IdentityFrame } from './identity-frame'
import { useLinkToken } from './link-token'
import { NewPasswordField } from './new-password-field'
import { ProblemAlert } from './problem-alert'

/** Where a mailed link leads that lets somebody choose a new password. */
export function ResetPasswordPage() {
  const { t } = useWords()
  const token = useLinkToken()
  const [password, setPassword] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const sending = useMutation({ mutationFn: sendNewPassword })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = usePasswordResetSchema.safeParse({ token, password })
    setIsWrong(!parsed.success)
    if (parsed.success) sending.mutate(parsed.data)
  }
  const isOver = token === null || isRefusal(sending.error, 'not-found')
  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('resetPassword.title')}>{t('resetPassword.title')}</PageHeading>
      {sending.isSuccess ? (
        <>
          <Text role="status">{t('resetPassword.done')}</Text>
          <Button component={Link} href={paths.signIn} fullWidth>
            {t('signIn.submit')}
          </Button>
        </>
      ) : isOver ? (
        <>
          <Text role="alert">{t('resetPassword.over')}</Text>
          <Anchor component={Link} href={paths.forgotten}>
            {t('resetPassword.again')}
          </Anchor>
        </>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <ProblemAlert
              text={sending.error === null ? null : t(`ownAccount.problems.${formProblem(sending.error)}`)}
            />
            <NewPasswordField
              label={t('ownAccount.password.new')}
              value={password}
              onChange={setPassword}
              error={isWrong ? t('createCompany.faults.password') : null}
            />
            <Button type="submit" fullWidth loading={sending.isPending}>
              {t('resetPassword.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </IdentityFrame>
  )
}

import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { setupQuery } from '../api/queries'
import { askPasswordReset } from '../api/own-account-api'
import { useWords } from '../i18n/words'
import { formProblem } from '../own-account/form-problem'
import { paths } from '../routes/paths'
import { PageHeading } from '../shell/page-heading'
import { EmailField } from './email-field'
import { IdentityFrame } from './identity-frame'
import { ProblemAlert } from './problem-alert'

/** Asks for a mail with a link for a new password; says the same whether there is such an account or not. */
export function ForgottenPage() {
  const { t } = useWords()
  const search = useSearch()
  const [email, setEmail] = useState(() => (new URLSearchParams(search).get('login_hint') ?? '').slice(0, 100))
  const setup = useQuery(setupQuery)
  const asking = useMutation({ mutationFn: () => askPasswordReset(email.trim()) })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (email.trim() !== '') asking.mutate()
  }
  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('forgotten.title')}>{t('forgotten.title')}</PageHeading>
      {setup.data?.sendsMail === false ? (
        <Text>{t('forgotten.noMail')}</Text>
      ) : asking.isSuccess ? (
        <Text role="status">{t('forgotten.sent')}</Text>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <Text>{t('forgotten.introduction')}</Text>
            <ProblemAlert
              text={asking.error === null ? null : t(`ownAccount.problems.${formProblem(asking.error)}`)}
            />
            <EmailField
              label={t('signIn.email')}
              value={email}
              onChange={setEmail}
            />
            <Button type="submit" fullWidth loading={asking.isPending || setup.isPending} disabled={email.trim() === ''}>
              {t('forgotten.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} href={paths.signIn}>
        {t('forgotten.back')}
      </Anchor>
    </IdentityFrame>
  )
}

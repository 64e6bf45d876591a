import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { confirmEmail } from '../api/own-account-api'
import { useWords } from '../i18n/words'
import { formProblem } from '../own-account/form-problem'
import { PageHeading } from '../shell/page-heading'
import { IdentityFrame } from './identity-frame'
import { useLinkToken } from './link-token'
import { ProblemAlert } from './problem-alert'

/** Where a mailed link leads that confirms an e-mail. It asks for a click: programs that look into mails open links too. */
export function ConfirmEmailPage() {
  const { t } = useWords()
  const token = useLinkToken()
  const confirming = useMutation({ mutationFn: confirmEmail })
  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('confirmEmail.title')}>{t('confirmEmail.title')}</PageHeading>
      {confirming.isSuccess ? (
        <Text role="status">{t(confirming.data ? 'confirmEmail.changed' : 'confirmEmail.confirmed')}</Text>
      ) : (
        <>
          <ProblemAlert
            text={
              token === null
                ? t('ownAccount.problems.not-found')
                : confirming.error === null
                  ? null
                  : t(`ownAccount.problems.${formProblem(confirming.error)}`)
            }
          />
          <Text>{t('confirmEmail.introduction')}</Text>
          <Button
            fullWidth
            disabled={token === null}
            loading={confirming.isPending}
            onClick={() => token !== null && confirming.mutate(token)}
          >
            {t('confirmEmail.submit')}
          </Button>
        </>
      )}
    </IdentityFrame>
  )
}

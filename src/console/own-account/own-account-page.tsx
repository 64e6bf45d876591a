import './own-account.css'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ownAccountQuery } from '../api/own-account-api'
import { isRefusal } from '../api/failure'
import { useWords } from '../i18n/words'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { EmailForm } from './email-form'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { Sessions } from './sessions'

/** Somebody's own account: name, language, e-mail, password, and where it is signed in. */
export function OwnAccountPage() {
  const { t } = useWords()
  const account = useQuery(ownAccountQuery)
  return (
    <div className="own-account">
      <PageHeading>{t('ownAccount.title')}</PageHeading>
      {account.data !== undefined ? (
        <>
          <ProfileForm key={`${account.data.name} ${account.data.language}`} account={account.data} />
          <EmailForm account={account.data} />
          <PasswordForm email={account.data.email} />
          <Sessions />
        </>
      ) : account.isError ? (
        !isRefusal(account.error, 'not-signed-in') && (
          <FailureNotice error={account.error} isRetrying={account.isFetching} onRetry={() => void account.refetch()} />
        )
      ) : (
        <div role="status" aria-label={t('ownAccount.loading')} className="own-account">
          {[0, 1, 2].map((part) => (
            <Skeleton key={part} height={160} />
          ))}
        </div>
      )}
    </div>
  )
}

import './user.css'
import { Anchor, Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowLeft, IconUserOff } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { UserPage as UserPageOf } from '../../contract/console-users'
import { isRefusal } from '../api/failure'
import { userPageQuery } from '../api/users-api'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { FetchedAt } from '../users/user-cells'
import { EndPart } from './end-part'
import { EventsPart } from './events-part'
import { LicencesPart } from './licences-part'
import { ProfilePart } from './profile-part'
import { SignInPart } from './sign-in-part'
import { UserHead } from './user-head'

/** All about one user, and all that can be done to it. */
export function UserPage({ id }: { id: string }) {
  const { t } = useWords()
  const query = useQuery(userPageQuery(id))
  const { data: page, error } = query
  const isGone = isRefusal(error, 'not-found')
  return (
    <div className="user-page">
      <Anchor component={Link} href={paths.users} className="back-link">
        <IconArrowLeft size={16} aria-hidden />
        {t('userPage.back')}
      </Anchor>
      {page !== undefined && !isGone ? (
        <FetchedAt value={query.dataUpdatedAt}>
          <UserHead page={page} />
          <div className="user-parts">
            <ProfilePart key={profileOf(page)} page={page} />
            <LicencesPart user={page.user} />
            {page.mayManage && <SignInPart page={page} />}
            {page.events !== null && <EventsPart user={page.user} events={page.events} />}
            {page.mayManage && <EndPart page={page} />}
          </div>
        </FetchedAt>
      ) : (
        <>
          <PageHeading>{t('userPage.title')}</PageHeading>
          {isGone ? (
            <EmptyNotice
              icon={<IconUserOff size={40} />}
              title={t('userPage.gone.title')}
              text={t('userPage.gone.text')}
              action={
                <Button component={Link} href={paths.users}>
                  {t('notFound.goToUsers')}
                </Button>
              }
            />
          ) : query.isError ? (
            !isRefusal(error, 'not-signed-in') && (
              <FailureNotice error={error} isRetrying={query.isFetching} onRetry={() => void query.refetch()} />
            )
          ) : (
            <div role="status" aria-label={t('userPage.loading')} className="user-parts">
              {[0, 1, 2, 3].map((part) => (
                <Skeleton key={part} height={240} />
              ))}
            </div>
          )}
        </>
      )}
    </div>
  )
}

/** What the form begins with: with another one it begins anew, with anything else it keeps what was typed. */
function profileOf({ user: { name, email, role, language } }: UserPageOf): string {
  return JSON.stringify([name, email, role, language])
}

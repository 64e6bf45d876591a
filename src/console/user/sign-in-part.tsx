import { Text } from '@mantine/core'
import { useId } from 'react'
import type { UserPage } from '../../contract/console-users'
import { useWords } from '../i18n/words'
import { PasswordLink } from './password-link'
import { UserMails } from './user-mails'
import { UserSessions } from './user-sessions'

/** Where the user is signed in, the end of that, and a link for a new password. */
export function SignInPart({ page }: { page: UserPage }) {
  const { t } = useWords()
  const id = useId()
  const { user } = page
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('userPage.signIn.title')}</h2>
      {user.active ? (
        <>
          <UserMails page={page} />
          <UserSessions page={page} />
          <PasswordLink page={page} />
        </>
      ) : (
        <Text c="dimmed">{t('userPage.signIn.inactive', { name: user.name })}</Text>
      )}
    </section>
  )
}

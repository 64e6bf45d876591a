import { Button, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { UserPage } from '../../contract/console-users'
import { keys } from '../api/queries'
import { endUserSessions, makePasswordLink } from '../api/users-api'
import { useWords } from '../i18n/words'
import { CopyLinkButton } from '../invitations/copy-link-button'
import { SessionLine } from '../own-account/session-line'
import { useAnnounce } from '../shell/announcement'
import { userProblem } from './user-problem'
import { useUserAct } from './use-user-act'

/** Where the user is signed in, the end of that, and a link for a new password. */
export function SignInPart({ page: { user, sessions, sendsMail } }: { page: UserPage }) {
  const { t } = useWords()
  const id = useId()
  const announce = useAnnounce()
  const client = useQueryClient()
  const ending = useUserAct()
  const making = useMutation({
    mutationFn: () => makePasswordLink(user.id),
    onSuccess: ({ isMailed }) => {
      void client.invalidateQueries({ queryKey: keys.user })
      const text = t(isMailed ? 'userPage.signIn.mailed' : 'userPage.signIn.made', { email: user.email })
      announce({ outcome: 'done', text })
    },
    onError: (error) => announce({ outcome: 'failed', text: t(`userPage.problems.${userProblem(error)}`) }),
  })
  const link = making.data?.isMailed === false ? making.data.link : null
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('userPage.signIn.title')}</h2>
      {!user.active ? (
        <Text c="dimmed">{t('userPage.signIn.inactive', { name: user.name })}</Text>
      ) : (
        <>
          {sessions.length === 0 ? (
            <Text c="dimmed">{t('userPage.signIn.nowhere', { name: user.name })}</Text>
          ) : (
            <ul className="part-list">
              {sessions.map((session) => (
                <li key={session.id}>
                  <SessionLine session={session} />
                </li>
              ))}
            </ul>
          )}
          <div className="part-actions">
            {sessions.length > 0 && (
              <Button
                variant="default"
                loading={ending.isPending}
                onClick={() =>
                  ending.mutate({
                    run: () => endUserSessions(user.id),
                    text: t('userPage.signIn.ended', { name: user.name }),
                  })
                }
              >
                {t('userPage.signIn.endAll')}
              </Button>
            )}
            <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>
              {t(sendsMail ? 'userPage.signIn.send' : 'userPage.signIn.make')}
            </Button>
          </div>
          {link === null ? (
            <Text size="xs" c="dimmed">
              {t(sendsMail ? 'userPage.signIn.sendHint' : 'userPage.signIn.makeHint')}
            </Text>
          ) : (
            <div className="part-link">
              <TextInput
                label={t('userPage.signIn.link')}
                description={t('userPage.signIn.linkHint')}
                value={link}
                readOnly
                dir="ltr"
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyLinkButton link={link} label={t('userPage.signIn.copy')} />
            </div>
          )}
        </>
      )}
    </section>
  )
}

import { Button, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserPage } from '../../contract/console-users'
import { keys } from '../api/queries'
import { dropPasswordLink, makePasswordLink } from '../api/users-api'
import { useWords } from '../i18n/words'
import { CopyLinkButton } from '../invitations/copy-link-button'
import { useAnnounce } from '../shell/announcement'
import { userProblem } from './user-problem'
import { useUserAct } from './use-user-act'

/** Makes a link for a new password, mails it or shows it this once, and makes it void again where it was a mistake. */
export function PasswordLink({ page: { user, sendsMail } }: { page: UserPage }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const client = useQueryClient()
  const dropping = useUserAct()
  const making = useMutation({
    mutationFn: () => makePasswordLink(user.id),
    onSuccess: ({ isMailed }) => {
      void client.invalidateQueries({ queryKey: keys.user })
      const { email } = user
      const drop = () =>
        dropping.mutate(
          { run: () => dropPasswordLink(user.id), text: t('userPage.signIn.undone', { email }) },
          { onSuccess: () => making.reset() },
        )
      announce({
        outcome: 'done',
        text: t(isMailed ? 'userPage.signIn.mailed' : 'userPage.signIn.made', { email }),
        action: { label: t('changeLicence.undo'), run: drop },
      })
    },
    onError: (error) => announce({ outcome: 'failed', text: t(`userPage.problems.${userProblem(error)}`) }),
  })
  const link = making.data?.isMailed === false ? making.data.link : null
  return (
    <>
      <div className="part-actions">
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
  )
}

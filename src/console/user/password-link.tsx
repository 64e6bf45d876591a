import { Button, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserPage } from '../../contract/console-users'
import { keys } from '../api/queries'
import { isOnThisComputer } from '../api/on-this-computer'
import { dropPasswordLink, makePasswordLink } from '../api/users-api'
import { useWords } from '../i18n/words'
import { CopyLinkButton } from '../invitations/copy-link-button'
import { MailNotice } from '../mails/mail-notice'
import { useMailName } from '../mails/use-mail-name'
import { useAnnounce } from '../shell/announcement'
import { userProblem } from './user-problem'
import { useUserAct } from './use-user-act'

/** What tells of the link must not cover it, nor the button that copies it. */
const intoSight = (shown: HTMLElement | null) => shown?.scrollIntoView({ block: 'nearest' })

/** Makes a link for a new password, mails it or shows it this once, and makes it void again where it was a mistake. */
export function PasswordLink({ page: { user, sendsMail, hasPassword, mails } }: { page: UserPage }) {
  const { t } = useWords()
  const nameOf = useMailName()
  const announce = useAnnounce()
  const client = useQueryClient()
  const dropping = useUserAct()
  const making = useMutation({
    mutationFn: (wantsMail: boolean) => makePasswordLink(user.id, wantsMail),
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
  const mail = mails.find(({ kind }) => kind === 'password-link')
  const time = t(hasPassword ? 'userPage.signIn.goodHour' : 'userPage.signIn.goodDays')
  return (
    <>
      {mail !== undefined && (
        <MailNotice mail={mail} sendsMail={sendsMail} about={nameOf(mail.kind, mail)} advice={t('mails.advice.password-link')} />
      )}
      <div className="part-actions">
        {sendsMail && (
          <Button variant="default" loading={making.isPending && making.variables} onClick={() => making.mutate(true)}>
            {t(mail?.state === 'failed' ? 'mails.again' : 'userPage.signIn.send')}
          </Button>
        )}
        {(!sendsMail || mail !== undefined) && (
          <Button variant="default" loading={making.isPending && !making.variables} onClick={() => making.mutate(false)}>
            {t('userPage.signIn.make')}
          </Button>
        )}
      </div>
      {link === null ? (
        <Text size="xs" c="dimmed">
          {t(sendsMail ? 'userPage.signIn.sendHint' : 'userPage.signIn.makeHint')} {time}
        </Text>
      ) : (
        <div className="part-link shown-link" ref={intoSight}>
          <TextInput
            label={t('userPage.signIn.link')}
            description={[t('userPage.signIn.linkHint'), time, ...(isOnThisComputer() ? [t('place.linkHere')] : [])].join(' ')}
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

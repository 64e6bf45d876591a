import type { UserPage } from '../../contract/console-users'
import { useWords } from '../i18n/words'
import { MailNotice } from '../mails/mail-notice'
import { useMailName } from '../mails/use-mail-name'

/** Mails to the user that are not sent, but for those of links for a password, which stand where those are made. */
export function UserMails({ page: { user, mails, sendsMail } }: { page: UserPage }) {
  const { t } = useWords()
  const nameOf = useMailName()
  return mails.flatMap(({ kind, ...mail }) =>
    kind === 'password-link'
      ? []
      : [
          <MailNotice
            key={`${kind} ${mail.email}`}
            mail={mail}
            sendsMail={sendsMail}
            about={nameOf(kind, mail)}
            advice={t(`mails.advice.${kind}`, { name: user.name })}
          />,
        ],
  )
}

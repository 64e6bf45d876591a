import { Button, Text } from '@mantine/core'
import type { Invitation } from '../../contract/invitations'
import { regionOf } from '../../ui/region'
import { useWords } from '../i18n/words'
import { MailNotice } from '../mails/mail-notice'
import { CopyLinkButton } from './copy-link-button'
import { useAct } from './use-act'

interface InvitationRowProps {
  invitation: Invitation
  /** Otherwise a new link is passed on by hand, as the first one was. */
  sendsMail: boolean
}

/** One open invitation: its link, sending it again, withdrawing it. */
export function InvitationRow({ invitation, sendsMail }: InvitationRowProps) {
  const { t, language } = useWords()
  const acting = useAct()
  const { id, email, role, endsAt, isOver, link, mail } = invitation
  const date = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium' }).format(endsAt)
  const until = t(isOver ? 'invitations.open.over' : 'invitations.open.until', { date })
  return (
    <li>
      <div className="invitations-who">
        <Text fw={600} className="breakable">
          {email}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`roles.${role}`)} · {until}
        </Text>
        {mail !== null && <MailNotice mail={mail} sendsMail={sendsMail} advice={t('mails.invitationAdvice')} />}
      </div>
      <div className="part-actions">
        {!isOver && link !== null && <CopyLinkButton link={link} label={t('invitations.open.copyOf', { email })} />}
        <Button
          variant="default"
          size="compact-md"
          aria-label={t(sendsMail ? 'invitations.open.resendTo' : 'invitations.open.renewOf', { email })}
          loading={acting.isPending && acting.variables.wanted.act === 'resend'}
          onClick={() =>
            acting.mutate({
              wanted: { act: 'resend', id },
              text: t(sendsMail ? 'invitations.open.resentMail' : 'invitations.open.resent', { email }),
              undo: null,
            })
          }
        >
          {t(sendsMail ? 'invitations.open.resend' : 'invitations.open.renew')}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('invitations.open.withdrawOf', { email })}
          loading={acting.isPending && acting.variables.wanted.act === 'withdraw'}
          onClick={() =>
            acting.mutate({
              wanted: { act: 'withdraw', id },
              text: t('invitations.open.withdrawn', { email }),
              undo: { wanted: { act: 'restore', id }, text: t('invitations.open.restored', { email }) },
            })
          }
        >
          {t('invitations.open.withdraw')}
        </Button>
      </div>
    </li>
  )
}

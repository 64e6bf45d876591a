import { Anchor, Button, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import { changeEmailSchema, type OwnAccount } from '../../contract/own-account'
import { askNewEmail, askNewEmailAgain, giveUpNewEmail, ownAccountQuery } from '../api/own-account-api'
import { Rich, useWords } from '../i18n/words'
import { PasswordField } from '../identity/password-field'
import { ProblemAlert } from '../identity/problem-alert'
import { MailNotice } from '../mails/mail-notice'
import { useMailName } from '../mails/use-mail-name'
import { userPath } from '../routes/paths'
import { useAnnounce } from '../shell/announcement'
import { useMe } from '../shell/session'
import { formProblem } from './form-problem'

/** The e-mail, which changes once both addresses have confirmed. */
export function EmailForm({ account }: { account: OwnAccount }) {
  const { t } = useWords()
  const id = useId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [email, setEmail] = useState('')
  const [current, setCurrent] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const keep = (answer: OwnAccount) => client.setQueryData(ownAccountQuery.queryKey, answer)
  const asking = useMutation({
    mutationFn: askNewEmail,
    onSuccess: (answer) => {
      keep(answer)
      setEmail('')
      setCurrent('')
      announce({ outcome: 'done', text: t('ownAccount.email.sent') })
    },
  })
  const givingUp = useMutation({
    mutationFn: giveUpNewEmail,
    onSuccess: (answer) => {
      keep(answer)
      announce({ outcome: 'done', text: t('ownAccount.email.givenUp') })
    },
    onError: (error) => announce({ outcome: 'failed', text: t(`ownAccount.problems.${formProblem(error)}`) }),
  })
  const again = useMutation({
    mutationFn: askNewEmailAgain,
    onSuccess: (answer) => {
      keep(answer)
      announce({ outcome: 'done', text: t('ownAccount.email.sentAgain') })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`ownAccount.problems.${formProblem(error)}`) })
      void client.invalidateQueries({ queryKey: ownAccountQuery.queryKey })
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = changeEmailSchema.safeParse({ email: email.trim(), current })
    setIsWrong(!parsed.success)
    if (parsed.success) asking.mutate(parsed.data)
  }
  const { newEmail } = account
  const confirmed = newEmail?.isConfirmedAtOld === true || newEmail?.isConfirmedAtNew === true

  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('ownAccount.email.title')}</h2>
      <Text className="breakable">{account.email}</Text>
      {newEmail !== null ? (
        <>
          <Text className="breakable">
            <Rich
              words={confirmed ? 'ownAccount.email.halfConfirmed' : 'ownAccount.email.waiting'}
              values={{ email: newEmail.email }}
              parts={{ b: <strong /> }}
            />
          </Text>
          <NewEmailMails newEmail={newEmail} sendsMail={account.sendsMail} />
          <div className="part-actions">
            {newEmail.mails.some(({ state }) => state === 'failed') && (
              <Button loading={again.isPending} onClick={() => again.mutate()}>
                {t('mails.again')}
              </Button>
            )}
            <Button variant="default" loading={givingUp.isPending} onClick={() => givingUp.mutate()}>
              {t('ownAccount.email.giveUp')}
            </Button>
          </div>
        </>
      ) : !account.sendsMail ? (
        <WithoutMail />
      ) : (
        <form onSubmit={submit} noValidate>
          <ProblemAlert
            text={asking.error === null ? null : t(`ownAccount.problems.${formProblem(asking.error)}`)}
          />
          <TextInput
            type="email"
            label={t('ownAccount.email.newEmail')}
            description={t('ownAccount.email.hint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="email"
            maxLength={100}
            error={isWrong ? t('createCompany.faults.email') : null}
          />
          <PasswordField
            label={t('ownAccount.password.current')}
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            error={null}
          />
          <Button type="submit" loading={asking.isPending} disabled={email === '' || current === ''}>
            {t('ownAccount.email.submit')}
          </Button>
        </form>
      )}
    </section>
  )
}

/** The mails of it that are not sent, and why. */
function NewEmailMails({ newEmail, sendsMail }: { newEmail: NonNullable<OwnAccount['newEmail']>; sendsMail: boolean }) {
  const { t } = useWords()
  const nameOf = useMailName()
  return newEmail.mails.map((mail) => (
    <MailNotice
      key={mail.email}
      mail={mail}
      sendsMail={sendsMail}
      about={nameOf('new-email', mail)}
      advice={t('ownAccount.email.mailAdvice')}
    />
  ))
}

/** Nobody can confirm a new e-mail then. Administrators change it where they change everybody's; others ask one. */
function WithoutMail() {
  const { t } = useWords()
  const { id, role } = useMe().account
  if (role !== 'administrator') return <Text c="dimmed">{t('ownAccount.email.noMail')}</Text>
  return (
    <div className="part-link">
      <Text c="dimmed">{t('ownAccount.email.noMailYours')}</Text>
      <Anchor component={Link} href={userPath(id)}>
        {t('ownAccount.email.openUser')}
      </Anchor>
    </div>
  )
}

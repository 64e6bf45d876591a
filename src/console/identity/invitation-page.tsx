import { Button, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useRef, useState } from 'react'
import { acceptInvitationSchema, askToJoinSchema, type InvitationOffer } from '../../contract/invitations'
import { isRefusal } from '../api/failure'
import { acceptInvitation, askToJoin, offerQuery } from '../api/invitations-api'
import { signIn } from '../api/console-api'
import { useWords } from '../i18n/words'
import { formProblem } from '../own-account/form-problem'
import { paths } from '../routes/paths'
import { FailureNotice } from '../shell/failure-notice'
import { HasMoved, PageHeading } from '../shell/page-heading'
import { EmailField } from './email-field'
import { IdentityFrame } from './identity-frame'
import { leaveFor } from './leave'
import { Joined } from './joined'
import { useLinkToken } from './link-token'
import { NewPasswordField } from './new-password-field'
import { ProblemAlert } from './problem-alert'
import { useFaults } from './use-faults'

/** Where an invitation leads: one person's makes the account, the company's link asks to join. */
export function InvitationPage() {
  const { t } = useWords()
  const token = useLinkToken()
  const offer = useQuery(offerQuery(token))
  // The e-mail of whoever has joined by now.
  const [joinedAs, setJoinedAs] = useState<string | null>(null)
  const isOver = token === null || isRefusal(offer.error, 'not-found')
  const title =
    offer.data === undefined ? t('invitation.title') : t('invitation.titleOf', { company: offer.data.companyName })
  if (joinedAs !== null && offer.data !== undefined) {
    return (
      <IdentityFrame>
        <HasMoved value>
          <Joined company={offer.data.companyName} email={joinedAs} onGoOn={() => leaveFor(paths.ownAccount)} />
        </HasMoved>
      </IdentityFrame>
    )
  }
  return (
    <IdentityFrame>
      <PageHeading documentTitle={title}>{title}</PageHeading>
      {isOver ? (
        <Text role="alert">{t('invitation.over')}</Text>
      ) : offer.data !== undefined ? (
        <JoinForm token={token} offer={offer.data} onJoined={setJoinedAs} />
      ) : offer.isError ? (
        <FailureNotice error={offer.error} isRetrying={offer.isFetching} onRetry={() => void offer.refetch()} />
      ) : (
        <Skeleton height={240} />
      )}
    </IdentityFrame>
  )
}

const fields = ['name', 'email', 'password'] as const
type Field = (typeof fields)[number]

interface JoinFormProps {
  token: string
  offer: InvitationOffer
  /** They are signed in, with this e-mail. */
  onJoined: (email: string) => void
}

function JoinForm({ token, offer, onJoined }: JoinFormProps) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState<Record<Field, string>>({ name: '', email: offer.email ?? '', password: '' })
  const form = useRef<HTMLFormElement>(null)
  const faults = useFaults(fields, form)
  const joining = useMutation({
    mutationFn: async () => {
      const { name, password } = typed
      const email = typed.email.trim()
      if (offer.email === null) {
        await askToJoin({ token, name, email, password, language })
        return
      }
      await acceptInvitation({ token, name, password, language })
      await signIn({ email: offer.email, password }, '')
      onJoined(offer.email)
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const { name, email, password } = typed
    // An invitation names its e-mail itself.
    const parsed =
      offer.email === null
        ? askToJoinSchema.safeParse({ token, language, name, password, email: email.trim() })
        : acceptInvitationSchema.safeParse({ token, language, name, password })
    faults.show(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]))
    if (parsed.success) joining.mutate()
  }
  const change = (field: Field) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    faults.forget(field)
  }

  if (joining.isSuccess && offer.email === null) return <Text role="status">{t('invitation.asked')}</Text>
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t(offer.email === null ? 'invitation.introductionAsk' : 'invitation.introduction')}</Text>
        <ProblemAlert text={joining.error === null ? null : t(`ownAccount.problems.${formProblem(joining.error)}`)} />
        <TextInput
          name="name"
          label={t('createCompany.name')}
          value={typed.name}
          onChange={(event) => change('name')(event.currentTarget.value)}
          autoComplete="name"
          maxLength={50}
          error={faults.textOf('name')}
          autoFocus
        />
        <EmailField
          label={t('signIn.email')}
          value={typed.email}
          onChange={change('email')}
          readOnly={offer.email !== null}
          error={faults.textOf('email')}
        />
        <NewPasswordField
          label={t('createCompany.password')}
          value={typed.password}
          onChange={change('password')}
          error={faults.textOf('password')}
        />
        <Button type="submit" fullWidth loading={joining.isPending || joining.isSuccess}>
          {t(offer.email === null ? 'invitation.ask' : 'invitation.accept')}
        </Button>
      </Stack>
    </form>
  )
}

import { Button, Input, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useId, useState } from 'react'
import { inviteSchema } from '../../contract/invitations'
import { languageNames, languages } from '../../contract/languages'
import { roleSchema } from '../../contract/session'
import { invite, invitationsQuery } from '../api/invitations-api'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { formProblem } from '../own-account/form-problem'
import { useAnnounce } from '../shell/announcement'
import { useMe } from '../shell/session'
import { readAddresses } from './read-addresses'

/** One e-mail or many, with the role that they get. */
export function InviteForm() {
  const { t } = useWords()
  const id = useId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { account, company } = useMe()
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState<string>('member')
  const [language, setLanguage] = useState(company.language)
  const [fault, setFault] = useState<string | null>(null)
  // A user manager looks after members alone.
  const roles = account.role === 'administrator' ? roleSchema.options : (['member'] as const)

  const inviting = useMutation({
    mutationFn: invite,
    onSuccess: ({ invited, leftOut, invitations }) => {
      client.setQueryData(invitationsQuery.queryKey, invitations)
      setTyped(leftOut.join('\n'))
      const done = t('invitations.invite.done', { count: invited.length })
      const passed = leftOut.length === 0 ? '' : ` ${t('invitations.invite.leftOut', { count: leftOut.length })}`
      announce({ outcome: invited.length === 0 ? 'failed' : 'done', text: `${done}${passed}` })
    },
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const emails = readAddresses(typed)
    const parsed = inviteSchema.safeParse({ emails, role, language })
    if (parsed.success) {
      setFault(null)
      inviting.mutate(parsed.data)
      return
    }
    const at = parsed.error.issues.find((issue) => issue.path.length > 1)?.path[1]
    const wrong = typeof at === 'number' ? emails[at] : undefined
    setFault(
      wrong === undefined
        ? t('invitations.invite.count')
        : t('invitations.invite.wrong', { email: wrong }),
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert text={inviting.error === null ? null : t(`ownAccount.problems.${formProblem(inviting.error)}`)} />
      <Textarea
        label={t('invitations.invite.emails')}
        description={t('invitations.invite.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rows={3}
        spellCheck={false}
        error={fault}
      />
      <div className="invitations-fields">
        <div>
          <Input.Label htmlFor={`${id}-role`}>{t('users.columns.role')}</Input.Label>
          <select id={`${id}-role`} value={role} onChange={(event) => setRole(event.currentTarget.value)}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {t(`roles.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <Input.Label htmlFor={`${id}-language`}>{t('look.language')}</Input.Label>
          <select id={`${id}-language`} value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageNames[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Button type="submit" loading={inviting.isPending} disabled={typed.trim() === ''}>
        {t('invitations.invite.submit')}
      </Button>
    </form>
  )
}

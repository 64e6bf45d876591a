import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { inviteSchema } from '../../contract/invitations'
import { invite, invitationsQuery, openInvitationsKey } from '../api/invitations-api'
import { ChoiceField } from '../fields/choice-field'
import { languageOptions, useRoleOptions } from '../fields/options'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { useAnnounce } from '../shell/announcement'
import { useMe } from '../shell/session'
import { invitationProblem } from './invitation-problem'
import { readAddresses } from './read-addresses'
import { useAct } from './use-act'

interface InviteFormProps {
  sendsMail: boolean
  /** The new invitations are listed: without mail, each has its link there. Told whether nobody was left out. */
  onInvited: (isEverybody: boolean) => void
}

/** One e-mail or many, with the role that they get. */
export function InviteForm({ sendsMail, onInvited }: InviteFormProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const acting = useAct()
  const { company } = useMe()
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState<string>('member')
  const [language, setLanguage] = useState<string>(company.language)
  const [fault, setFault] = useState<string | null>(null)
  const roles = useRoleOptions()

  const inviting = useMutation({
    mutationFn: invite,
    onSuccess: async ({ invited, leftOut, invitations }) => {
      client.setQueryData(invitationsQuery.queryKey, invitations)
      await client.invalidateQueries({ queryKey: openInvitationsKey })
      setTyped(leftOut.join('\n'))
      const done = invited.length === 0 ? [] : [t('invitations.invite.done', { count: invited.length })]
      const next = invited.length === 0 || sendsMail ? [] : [t('invitations.invite.passOn', { count: invited.length })]
      const passed = leftOut.length === 0 ? [] : [t('invitations.invite.leftOut', { count: leftOut.length })]
      const [id, ...others] = invited.map((each) => each.id)
      const withdraw = () => {
        if (id === undefined) return
        const text = t('invitations.invite.undone', { count: invited.length })
        acting.mutate({ wanted: { act: 'withdraw-all', ids: [id, ...others] }, text, undo: null })
      }
      announce({
        outcome: invited.length === 0 ? 'failed' : 'done',
        text: [...done, ...next, ...passed].join(' '),
        ...(id === undefined ? {} : { action: { label: t('changeLicence.undo'), run: withdraw } }),
      })
      if (invited.length > 0) onInvited(leftOut.length === 0)
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
      <ProblemAlert text={inviting.error === null ? null : t(`invitations.problems.${invitationProblem(inviting.error)}`)} />
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
        <ChoiceField label={t('users.columns.role')} value={role} options={roles} onChoose={setRole} />
        <ChoiceField label={t('look.language')} value={language} options={languageOptions} onChoose={setLanguage} />
      </div>
      <Button type="submit" loading={inviting.isPending} disabled={typed.trim() === ''}>
        {t('invitations.invite.submit')}
      </Button>
    </form>
  )
}

import { Button, Text } from '@mantine/core'
import type { JoinRequest } from '../../contract/invitations'
import { useWords } from '../i18n/words'
import { useAct } from './use-act'

/** Somebody who asks to join: accepted as a member, or refused. */
export function RequestRow({ request: { id, name, email } }: { request: JoinRequest }) {
  const { t } = useWords()
  const acting = useAct()
  return (
    <li>
      <div className="invitations-who">
        <Text fw={600} className="breakable">
          {name}
        </Text>
        <Text size="sm" c="dimmed" className="breakable">
          {email}
        </Text>
      </div>
      <div className="part-actions">
        <Button
          size="compact-md"
          aria-label={t('invitations.requests.acceptOf', { name })}
          loading={acting.isPending && acting.variables.wanted.act === 'accept'}
          onClick={() =>
            acting.mutate({
              wanted: { act: 'accept', id },
              text: t('invitations.requests.accepted', { name }),
              undo: { wanted: { act: 'unaccept', id }, text: t('invitations.requests.reopened', { name }) },
            })
          }
        >
          {t('invitations.requests.accept')}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('invitations.requests.refuseOf', { name })}
          loading={acting.isPending && acting.variables.wanted.act === 'refuse'}
          onClick={() =>
            acting.mutate({
              wanted: { act: 'refuse', id },
              text: t('invitations.requests.refused', { name }),
              undo: { wanted: { act: 'unrefuse', id }, text: t('invitations.requests.restored', { name }) },
            })
          }
        >
          {t('invitations.requests.refuse')}
        </Button>
      </div>
    </li>
  )
}

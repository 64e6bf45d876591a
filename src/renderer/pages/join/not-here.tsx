import type { AccountEntry } from '../../../contract/accounts'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { Rich, useWords } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'

interface MeetingElsewhereProps {
  meeting: string
  /** The host that its link names. */
  place: string
  /** Key of the account whose workspace that is, or null for none. */
  account: string | null
}

/** A meeting of another workspace than the shown account's: where it is, and the way there where one is signed in. */
export function MeetingElsewhere({ meeting, place, account }: MeetingElsewhereProps) {
  const { t } = useWords()
  const entry = useAppState((state) => state.accounts.entries.find(({ key }) => key === account))
  const joinAs = useJoinAs(meeting, place)
  const bold = { b: <strong dir="ltr" />, e: <strong dir="ltr" /> }
  if (entry === undefined) {
    return (
      <Message kind="note">
        <Rich words="join.atNobody" values={{ host: place }} parts={bold} />
      </Message>
    )
  }
  return (
    <Message kind="note" actions={<Button onClick={() => joinAs(entry)}>{t('join.switch')}</Button>}>
      <Rich words="join.atAccount" values={{ host: place, email: entry.email }} parts={bold} />
    </Message>
  )
}

interface UnknownMeetingProps {
  meeting: string
  /** The workspace holds its meetings in the browser. */
  isElsewhere: boolean
  /** Its link can be opened there. */
  hasLink: boolean
}

/** A meeting that the shown account's workspace does not know: what that may mean, and the other accounts to look with. */
export function UnknownMeeting({ meeting, isElsewhere, hasLink }: UnknownMeetingProps) {
  const { t } = useWords()
  const current = useAppState((state) => state.accounts.current)
  const entries = useAppState((state) => state.accounts.entries)
  const joinAs = useJoinAs(meeting, null)
  const others = hasLink ? [] : entries.filter(({ key }) => key !== current)
  const words = !isElsewhere ? 'join.unknown' : hasLink ? 'join.unknownWithLink' : 'join.unknownElsewhere'
  if (others.length === 0) return <Message kind="note">{t(words)}</Message>
  const actions = others.map((entry) => (
    <Button key={entry.key} onClick={() => joinAs(entry)}>
      {t('join.lookAs', { email: entry.email })}
    </Button>
  ))
  return (
    <Message kind="note" actions={actions}>
      {t(words)}
    </Message>
  )
}

/** Looks for the meeting with another account. Main logs what went wrong; the page stays as it is, which one sees. */
function useJoinAs(id: string, place: string | null): (entry: AccountEntry) => void {
  const { bridge } = useClient()
  return ({ key }) => void bridge.invoke('meetings.joinAs', { account: key, id, place }).catch(() => undefined)
}

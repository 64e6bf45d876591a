import type { Session } from '../../contract/session'
import type { Destination } from '../../contract/routes'
import type { Accounts, OpenAccount } from '../accounts/accounts'
import { keptName } from '../accounts/remembered'
import type { AccountDesks } from '../meetings/account-desks'
import type { OtherMeetings } from '../meetings/other-meetings'
import type { KnownMeetings } from './notifications-desk'

interface KnownMeetingsOptions {
  accounts: Pick<Accounts, 'current' | 'signedIn' | 'switchTo' | 'connectBeside'>
  desks: Pick<AccountDesks, 'now'>
  others: Pick<OtherMeetings, 'soon' | 'keepOnly'>
  /** Whether an account wants to hear of meetings that are about to start. */
  isReminded: (account: Pick<OpenAccount, 'kind' | 'address'>, accountId: string) => boolean
  /** Brings the window to the front, and its page to a place. */
  goTo: (destination: Destination) => void
}

type SignedIn = Extract<Session, { state: 'signed-in' }>

/** The meetings of everybody who is signed in: the account that is shown first, and those beside it. */
export function knownMeetings({ accounts, desks, others, isReminded, goTo }: KnownMeetingsOptions): KnownMeetings[] {
  const present = accounts.signedIn().flatMap((account) => {
    const session = account.session.get()
    return session.state === 'signed-in' ? [{ account, session }] : []
  })
  const names = namesOf(present)
  // Whoever is not shown any more has written what is known before it is read again.
  const shown = desks.now()?.meetings
  const known = present.flatMap(({ account, session }, index): KnownMeetings[] => {
    const { key, workspace } = account
    const { id: personId, email } = session.account
    const id = keptName(key, personId)
    const same = { id, name: names[index] ?? null, isReminded: isReminded(account, personId) }
    if (key === accounts.current().key) {
      if (shown === undefined) return []
      const invitations = { email, upcoming: () => shown.upcoming(), list: () => shown.list() }
      return [{ ...same, soon: async () => (await shown.upcoming()).soon, goTo, invitations }]
    }
    const other = { id, meetings: workspace.meetings, connect: () => accounts.connectBeside(key) }
    const goThere = (destination: Destination): void => {
      accounts.switchTo(key)
      goTo(destination)
    }
    return [{ ...same, soon: () => others.soon(other), goTo: goThere, invitations: null }]
  })
  others.keepOnly(known.filter(({ invitations }) => invitations === null).map(({ id }) => id))
  return known
}

/** What tells several accounts apart: the e-mail, and where two have the same, the company. Of a single one, nothing needs to be told. */
function namesOf(present: readonly { session: SignedIn }[]): (string | null)[] {
  const emails = present.map(({ session }) => session.account.email)
  return present.map(({ session: { account } }) => {
    if (present.length === 1) return null
    const isOnce = emails.filter((email) => email === account.email).length === 1
    return isOnce || account.companyName === '' ? account.email : `${account.email} (${account.companyName})`
  })
}

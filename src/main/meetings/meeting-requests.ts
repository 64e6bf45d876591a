import type { RequestName } from '../../contract/channel-names'
import type { Meeting } from '../../contract/meeting'
import type { MeetingMade } from '../../contract/meetings'
import { pieceOf, type Whole } from '../../contract/pieces'
import { joinPageOf, type Destination } from '../../contract/routes'
import type { RequestHandlers } from '../ipc/registrar'
import type { AccountDesks } from './account-desks'
import type { CalendarProgram } from './calendar-program'
import { noMeetings, notSignedIn } from './meetings-desk'
import { openMeeting } from './open-meeting'

export interface MeetingRequestEffects {
  desks: AccountDesks
  calendar: CalendarProgram
  /** Puts text on the clipboard. */
  copyText: (text: string) => void | Promise<void>
  /** Hands an address to the system's default browser. */
  openOutside: (address: string) => Promise<void>
  /** Whose workspace is at a place, see `ownerOfPlace`; null for nobody's. */
  accountAt: (place: string) => { key: string; isShown: boolean } | null
  /** Shows another account, and once it is there, a page. */
  showAs: (account: string, destination: Destination) => void
  /** The language of invitations, a BCP 47 tag. */
  language: () => string
  zone: () => string
}

type MeetingRequests = Pick<RequestHandlers, Extract<RequestName, `meetings.${string}` | 'contacts.list'>>

/** A list that was fetched this long ago is shown as it is, milliseconds. */
const goodFor = 30_000
const presenceGoodFor = 60_000

/** What there is while nobody is signed in. */
const noList: Whole<never> = { items: [], fetchedAt: null, problem: null, revision: 0 }

/** What main does for each request about meetings and contacts. */
export function meetingRequests(effects: MeetingRequestEffects): MeetingRequests {
  const { desks } = effects

  const find = async (id: string): Promise<MeetingMade> => {
    const here = desks.now()
    if (here === null) return notSignedIn
    const known = await here.meetings.find(id)
    if (known !== null) return { outcome: 'done', meeting: known }
    const answer = await here.workspace.meetings.read(id)
    return answer.outcome === 'done' ? { outcome: 'done', meeting: answer.value } : answer
  }

  const invitation = async (meeting: Meeting): Promise<string | null> => {
    if (meeting.isReadOnly) return null
    const options = { language: effects.language(), timeZone: meeting.timeZone ?? effects.zone() }
    const answer = await desks.now()?.workspace.meetings.invitation(meeting.id, options)
    return answer?.outcome === 'done' ? answer.value : null
  }

  return {
    'meetings.upcoming': async () => {
      const here = desks.now()
      if (here === null) return noMeetings
      desks.lookSoon()
      return here.meetings.upcoming()
    },
    'meetings.list': async (wish) => {
      const here = desks.now()
      if (here === null) return pieceOf(noList, wish)
      if (wish.from === 0) void here.meetings.refreshIfOlder(goodFor)
      return pieceOf(await here.meetings.list(), wish)
    },
    'meetings.range': (range) => desks.now()?.meetings.range(range) ?? notSignedIn,
    'meetings.refresh': async () => desks.now()?.meetings.refresh(),
    'meetings.find': async ({ id, place }) => {
      const owner = place === null ? null : effects.accountAt(place)
      if (owner !== null && !owner.isShown) return { outcome: 'elsewhere', account: owner.key }
      const found = await find(id)
      // Somebody may have deleted it since: the list tells.
      if (found.outcome === 'done') void desks.now()?.meetings.refreshIfOlder(goodFor)
      // A workspace may have had another name when the link was made: only one that doesn't know the meeting makes it another's.
      const isNowhere = place !== null && owner === null
      return isNowhere && found.outcome === 'failed' && found.problem === 'not-found' ? { outcome: 'elsewhere', account: null } : found
    },
    'meetings.joinAs': ({ account, id, place }) => effects.showAs(account, joinPageOf(id, place)),
    'meetings.create': (draft) => desks.now()?.meetings.create(draft) ?? notSignedIn,
    'meetings.startNow': (subject) => desks.now()?.meetings.startNow(subject) ?? notSignedIn,
    'meetings.change': ({ id, change }) => desks.now()?.meetings.change(id, change) ?? notSignedIn,
    'meetings.remove': (removal) => desks.now()?.meetings.remove(removal),
    'meetings.undoRemove': (removal) => desks.now()?.meetings.undoRemove(removal) ?? false,
    'meetings.changeOccurrence': ({ id, occurrence, change }) => desks.now()?.meetings.changeOccurrence(id, occurrence, change) ?? notSignedIn,
    'meetings.restoreOccurrence': (replacement) => desks.now()?.meetings.restoreOccurrence(replacement) ?? notSignedIn,
    'meetings.copyInvitation': async (id) => {
      const here = desks.now()
      if (here === null) return notSignedIn
      const found = await find(id)
      if (found.outcome === 'failed') return found
      const { subject, joinLink, isReadOnly } = found.meeting
      if (isReadOnly) {
        // No text is made of it: its name and its link say as much as is known.
        await effects.copyText(`${subject}\n${joinLink ?? id}`)
        return { outcome: 'done' }
      }
      const options = { language: effects.language(), timeZone: found.meeting.timeZone ?? effects.zone() }
      const answer = await here.workspace.meetings.invitation(id, options)
      if (answer.outcome === 'failed') return answer
      await effects.copyText(answer.value)
      return { outcome: 'done' }
    },
    'meetings.addToCalendar': async (id) => {
      const found = await find(id)
      if (found.outcome === 'failed') return 'failed'
      // Offline, the link alone says how to join.
      const description = (await invitation(found.meeting)) ?? found.meeting.joinLink ?? found.meeting.id
      return effects.calendar.add(found.meeting, description)
    },
    'meetings.openInBrowser': (opening) => {
      const here = desks.now()
      return here === null ? notSignedIn : openMeeting(opening, { workspace: here.workspace, find, openOutside: effects.openOutside })
    },
    'contacts.list': async ({ why, ...wish }) => {
      const here = desks.now()
      if (here === null) return pieceOf(noList, wish)
      if (wish.from === 0) void here.contacts.refreshIfOlder(presenceGoodFor, why === 'opened' ? undefined : desks.turns)
      return pieceOf(await here.contacts.list(), wish)
    },
  }
}

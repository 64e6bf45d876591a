import type { Meeting } from '../../contract/meeting'
import { readMeetingId } from '../../contract/meeting-id'
import { placeOfLink } from '../../contract/meeting-link'
import type { MeetingMade, MeetingOpened, MeetingOpening } from '../../contract/meetings'
import { checkOutsideAddress } from '../window/outside'
import type { Workspace } from '../workspace/workspace'

interface OpenMeetingEffects {
  workspace: Pick<Workspace, 'isOwnPage'>
  /** Finds the meeting, in the list or at the workspace. */
  find: (id: string) => Promise<MeetingMade>
  /** Hands an address to the system's default browser. */
  openOutside: (address: string) => Promise<void>
}

/**
 * Opens a meeting where its workspace holds it. A page of the workspace's own is opened at once; where the workspace itself gives a
 * link to another host, only once the person has seen and agreed to that host. What was pasted is opened at the workspace's own pages
 * alone: it may be the link of somebody else's meeting, which the workspace does not tell of.
 */
export async function openMeeting({ id, link, agreedHost }: MeetingOpening, effects: OpenMeetingEffects): Promise<MeetingOpened> {
  const { workspace, find } = effects
  const open = async (address: string): Promise<MeetingOpened> => {
    try {
      await effects.openOutside(address)
      return { outcome: 'done' }
    } catch {
      // The page says how to go on by hand.
      return { outcome: 'browser-not-opened' }
    }
  }
  if (link !== null && placeOfLink(link) !== null && leadsTo(link, id) && workspace.isOwnPage(link)) return open(link)
  const found = await find(id)
  if (found.outcome === 'failed') return found
  const { joinLink } = found.meeting
  if (joinLink !== null && workspace.isOwnPage(joinLink)) return open(joinLink)
  const foreign = foreignPage(found.meeting)
  if (foreign === null) return { outcome: 'no-link' }
  const { host } = new URL(foreign)
  return host === agreedHost ? open(foreign) : { outcome: 'foreign-host', host }
}

/** The address of a meeting that is not on a page of its workspace, or null where there is none that may be opened. */
function foreignPage({ joinLink }: Meeting): string | null {
  return joinLink === null ? null : checkOutsideAddress(joinLink, [])
}

function leadsTo(link: string, id: string): boolean {
  const reading = readMeetingId(link)
  return 'id' in reading && reading.id.replaceAll('-', '') === id.replaceAll('-', '')
}

import type { Meeting } from '../../contract/meeting'
import type { Soon, Upcoming } from '../../contract/meetings'
import { day } from '../../contract/zone-time'
import { openTurns } from '../cache/turns'
import { isYounger } from '../clock'
import type { WorkspaceMeetings } from '../workspace/workspace'
import { upcomingOf } from './upcoming'
import { withMissing } from './with-missing'

/** An account that is signed in beside the one that is shown. */
export interface OtherAccount {
  /** Name of what is kept of it; see `keptName`. */
  id: string
  meetings: Pick<WorkspaceMeetings, 'list'>
  /** Has its session begin its work. @returns False where that is better left for later. */
  connect(): Promise<boolean>
}

interface OtherMeetingsEffects {
  /** What Home showed of an account last, from the disk. */
  kept: (id: string) => Promise<Upcoming | null>
  /** IANA name of the computer's zone. */
  zone: () => string
  /** Milliseconds since the epoch. */
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** A workspace has answered. */
  onChange: () => void
  log: (what: string, error: unknown) => void
}

/** The next meetings of accounts that are not shown, for whoever tells of them. */
export interface OtherMeetings {
  /** What is known, at once; where it is old, the workspace is asked meanwhile. */
  soon(account: OtherAccount): Promise<readonly Soon[]>
  /** Forgets all accounts but these. */
  keepOnly(ids: readonly string[]): void
  close(): void
}

/** What is known of one account. */
interface Known {
  kept: readonly Soon[]
  /** The meetings of the coming day, once the workspace has told; null before. */
  meetings: readonly Meeting[] | null
  /** When the workspace was asked last, milliseconds since the epoch. */
  askedAt: number | null
  isAsking: boolean
}

const minute = 60_000
/** Each workspace is asked this seldom, in milliseconds: for one day's meetings, most often in one request. */
const goodFor = 15 * minute
/** What happens in the meantime, an outage or a sleep, is covered by asking further ahead than that. */
const ahead = day

/**
 * Makes the keeper. Accounts that are not shown cost a start nothing: a small file of each is read, and no workspace is asked in the first
 * minute; after that there is one request a minute at most.
 */
export function keepOtherMeetings({ kept, zone, now, setTimer, onChange, log }: OtherMeetingsEffects): OtherMeetings {
  const known = new Map<string, Promise<Known>>()
  const turns = openTurns({ now, setTimer })
  let begun: number | null = null

  const open = async (id: string): Promise<Known> => {
    const before = await kept(id)
    return { kept: before?.soon ?? [], meetings: null, askedAt: before?.fetchedAt ?? null, isAsking: false }
  }

  const isToAsk = ({ isAsking, askedAt }: Known): boolean => {
    begun ??= now()
    if (isAsking || isYounger(now() - begun, minute)) return false
    return askedAt === null || !isYounger(now() - askedAt, goodFor)
  }

  const ask = async ({ id, meetings, connect }: OtherAccount, mine: Known): Promise<void> => {
    if (!isToAsk(mine) || !turns.take()) return
    mine.isAsking = true
    const opened = known.get(id)
    try {
      if (!(await connect())) return
      const from = now()
      const range = { from: new Date(from).toISOString(), to: new Date(from + ahead).toISOString() }
      const answer = await meetings.list(range, () => turns.next(new Promise(() => undefined)))
      mine.askedAt = now()
      if (answer.outcome === 'failed') return
      mine.meetings = withMissing(answer, mine.meetings ?? [])
      if (known.get(id) === opened) onChange()
    } catch (error) {
      log('other meetings', error)
    } finally {
      mine.isAsking = false
    }
  }

  return {
    soon: async (account) => {
      const opened = known.get(account.id) ?? open(account.id)
      known.set(account.id, opened)
      const mine = await opened
      void ask(account, mine)
      return mine.meetings === null ? mine.kept.filter(({ end }) => end > now()) : upcomingOf(mine.meetings, now(), zone())
    },
    keepOnly: (ids) => {
      for (const id of known.keys()) if (!ids.includes(id)) known.delete(id)
    },
    close: turns.close,
  }
}

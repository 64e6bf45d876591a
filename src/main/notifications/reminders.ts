import type { Soon } from '../../contract/meetings'

/** How long before its start a meeting is told of, in milliseconds. */
const lead = 5 * 60_000

/** A meeting that is about to start. */
export interface Reminder {
  readonly meeting: Soon
  /** Names this start of this meeting: it is told of once. */
  readonly key: string
}

/**
 * The meetings to tell of now: those that start within the lead time, have not started, and were not told of. After a sleep, or a
 * change of the clock, that is what is still to come, and nothing of what has passed.
 *
 * @param soon The next times of meetings.
 * @param account Whose meetings they are.
 * @param told Keys of what was told of.
 * @param now Milliseconds since the epoch.
 */
export function dueReminders(soon: readonly Soon[], account: string, told: ReadonlySet<string>, now: number): Reminder[] {
  return soon
    .filter(({ start }) => start - lead <= now && now < start)
    .map((meeting) => ({ meeting, key: keyOf(meeting, account) }))
    .filter(({ key }) => !told.has(key))
}

/** When the next meeting is to be told of, in milliseconds since the epoch, or null. */
export function nextReminder(soon: readonly Soon[], now: number): number | null {
  const coming = soon.map(({ start }) => start - lead).filter((moment) => moment > now)
  return coming.length === 0 ? null : Math.min(...coming)
}

function keyOf({ id, start }: Soon, account: string): string {
  return `${String(start)} ${id} ${account}`
}

/** What is still worth remembering of what was told of: starts of the last day, and those to come. */
export function stillTold(told: readonly string[], now: number): string[] {
  return told.filter((key) => Number(key.slice(0, key.indexOf(' '))) > now - 24 * 3_600_000)
}

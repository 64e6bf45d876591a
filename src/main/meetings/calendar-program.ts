import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Meeting } from '../../contract/meeting'
import type { CalendarOutcome } from '../../contract/meetings'
import { calendarFile, calendarFileName } from './calendar-file'

export interface CalendarProgramEffects {
  /** Absolute path of the system's folder for temporary files. */
  temporaryFolder: string
  /** True when a program takes calendar files. */
  hasProgram: () => Promise<boolean>
  /** Opens a file with the program for its kind; gives an empty text, or why that failed. */
  openFile: (path: string) => Promise<string>
  /** Lets the person choose where to save a file of this name; null when they don't. */
  choosePath: (name: string) => Promise<string | null>
  now: () => number
  log: (what: string, error: unknown) => void
}

/** The way to the computer's calendar. */
export interface CalendarProgram {
  add(meeting: Meeting, description: string): Promise<CalendarOutcome>
  /** Removes the files that were handed over. */
  close(): Promise<void>
}

/**
 * Makes the way to the calendar: a file that is opened with the calendar program, and where there is none, one that the
 * person saves.
 */
export function openCalendarProgram(effects: CalendarProgramEffects): CalendarProgram {
  const folders: string[] = []

  const add = async (meeting: Meeting, description: string): Promise<CalendarOutcome> => {
    const text = await calendarFile(meeting, { description, now: effects.now() })
    const name = calendarFileName(meeting.subject)
    if (await effects.hasProgram()) {
      // A folder of its own, that nobody else can write to: no file of this name can wait there.
      const folder = await mkdtemp(join(effects.temporaryFolder, 'parley-calendar-'))
      folders.push(folder)
      const path = join(folder, name)
      await writeFile(path, text, { mode: 0o600, flag: 'wx' })
      if ((await effects.openFile(path)) === '') return 'opened'
    }
    const path = await effects.choosePath(name)
    if (path === null) return 'cancelled'
    await writeFile(path, text)
    return 'saved'
  }

  return {
    add: async (meeting, description) => {
      try {
        return await add(meeting, description)
      } catch (error) {
        effects.log('calendar', error)
        return 'failed'
      }
    },
    close: async () => {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)))
    },
  }
}

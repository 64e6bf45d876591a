import type { Notice } from '../../contract/app-state'
import type { Language } from '../../contract/languages'
import type { Destination } from '../../contract/routes'
import type { ShowOutcome } from '../accounts/system-accounts'
import type { CommandLine } from './command-line'

interface FollowEffects {
  addNotice: (notice: Notice) => void
  /** Shows the page in a language, in this run. */
  speak: (language: Language) => void
  /** Shows the workspace that was typed. */
  showWorkspace: (typed: string) => Promise<ShowOutcome>
  goTo: (destination: Destination) => void
}

/** Does what command lines ask for: this start's, and those that later starts hand over. */
export interface CommandLineFollower {
  /** What needs neither network nor the page: the language, and what could not be followed. */
  begin(line: CommandLine): void
  /** Leads to the workspace, and there to the page. */
  lead(line: CommandLine): Promise<void>
}

/** Makes the follower. The first screen's own page is the window's business; see `main.ts`. */
export function followCommandLines({ addNotice, speak, showWorkspace, goTo }: FollowEffects): CommandLineFollower {
  return {
    begin: ({ language, link, problems }) => {
      if (language !== null) speak(language)
      if (link.kind === 'unknown') addNotice({ kind: 'unknown-link' })
      if (problems.length > 0) addNotice({ kind: 'command-line', options: problems.map(({ option }) => `--${option}`) })
    },
    lead: async ({ workspace, link }) => {
      if (workspace !== null) {
        const outcome = await showWorkspace(workspace)
        if (outcome !== 'shown') addNotice({ kind: 'workspace-not-shown', problem: outcome })
      }
      if (link.kind === 'page') goTo(link.destination)
    },
  }
}

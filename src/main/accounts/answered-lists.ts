import type { MemoryFile } from '../settings/memory'
import type { ListHistory } from '../workspace/list-history'

interface AnsweredListsOptions {
  memory: Pick<MemoryFile, 'read' | 'change'>
  /** Name of what is kept of the person (see `keptName`), or null while nobody is signed in. */
  name: () => string | null
  note: (what: string, details: Record<string, string>) => void
}

/** Remembers between runs that the workspace gave an account the list that not every account has. */
export function rememberAnswered({ memory, name, note }: AnsweredListsOptions): ListHistory {
  let noted: string | null = null
  const hasAnswered = (): boolean => {
    const of = name()
    return of !== null && memory.read().answeredLists.includes(of)
  }
  return {
    hasAnswered,
    answered: () => {
      const of = name()
      if (of !== null && !hasAnswered()) memory.change({ answeredLists: [...memory.read().answeredLists, of] })
    },
    stillMissing: (problem) => {
      // It is asked for again every few minutes.
      if (problem !== noted) note('meetings', { list: 'stand-alone', problem })
      noted = problem
    },
  }
}

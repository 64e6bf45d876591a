import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WorkspaceProblem } from '../../contract/workspace'

/** The problems that the page in sight tells in full, each as often as it does. */
interface ToldProblems {
  readonly counts: ReadonlyMap<WorkspaceProblem, number>
  /** Something tells a problem from now on; gives the function that ends it. */
  tell(problem: WorkspaceProblem): () => void
}

export type ToldStore = StoreApi<ToldProblems>

/** Makes the store. It lets what is below every page keep from saying the same once more. */
export function createToldStore(): ToldStore {
  return createStore<ToldProblems>((set, get) => {
    const add = (problem: WorkspaceProblem, more: number): void => {
      const { counts } = get()
      set({ counts: new Map(counts).set(problem, (counts.get(problem) ?? 0) + more) })
    }
    return {
      counts: new Map(),
      tell: (problem) => {
        let isTold = true
        add(problem, 1)
        return () => {
          if (isTold) add(problem, -1)
          isTold = false
        }
      },
    }
  })
}

/** Whether a problem is told in full. */
export function isTold({ counts }: Pick<ToldProblems, 'counts'>, problem: WorkspaceProblem): boolean {
  return (counts.get(problem) ?? 0) > 0
}

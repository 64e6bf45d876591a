import type { Account } from '../../contract/session'
import type { AccountsEffects } from './accounts'
import { keptName } from './remembered'

/** Whose account each is, so that nothing of somebody who has gone is left to another one. */
interface People {
  /** Who is signed in now; nobody is no news, since whoever signs in anew is most often the same. */
  notice(key: string, person: Account | null): void
  /** The id of whose account it is, if that is known. */
  of(key: string): string | undefined
  forget(key: string): void
  /** Takes away what is kept under a name; nobody waits for it. */
  clear(name: string): void
  /** Resolves once all that was to be taken away is. */
  cleared(): Promise<void>
}

/** Makes what watches. */
export function watchPeople(effects: Pick<AccountsEffects, 'clear' | 'onClearFailed'>): People {
  const people = new Map<string, string>()
  const clearing = new Set<Promise<void>>()

  const clear = (name: string): void => {
    const work = effects
      .clear(name)
      .catch(effects.onClearFailed)
      .finally(() => clearing.delete(work))
    clearing.add(work)
  }

  return {
    notice: (key, person) => {
      if (person === null) return
      const before = people.get(key)
      people.set(key, person.id)
      if (before !== undefined && before !== person.id) clear(keptName(key, before))
    },
    of: (key) => people.get(key),
    forget: (key) => people.delete(key),
    clear,
    cleared: async () => {
      await Promise.all(clearing)
    },
  }
}

import type { WorkspaceDatabase } from './sqlite'

/**
 * A transaction that can be handed to what opens one by itself: the inner one is then a part of it, done or undone with
 * the whole.
 */
export function joinedTransaction(transaction: WorkspaceDatabase): WorkspaceDatabase {
  const joined: WorkspaceDatabase = new Proxy(transaction, {
    get: (target, name): unknown => {
      if (name === 'transaction') return () => ({ execute: (work: (db: WorkspaceDatabase) => unknown) => work(joined) })
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return joined
}

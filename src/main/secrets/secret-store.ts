import type { KeychainState } from '../../contract/session'
import { classifyKeychainError, type KeychainTrouble, type SystemName } from './classify'
import { decodeSecret, encodeSecret, type SessionSecret } from './session-secret'

/** The part of keytar that Parley uses; `null` is "no such entry". */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

/** What the system says about its keychain before keytar is asked: `unknown` where it can't be asked. */
export type KeychainProbe = () => Promise<'available' | 'locked' | 'missing' | 'unknown'>

export type ReadResult =
  | { outcome: 'found'; secret: SessionSecret }
  | { outcome: 'none' }
  | { outcome: 'refused'; state: KeychainTrouble }

export type WriteResult =
  | { outcome: 'done' }
  | { outcome: 'refused'; state: KeychainTrouble }
  /** The system would not take it: Windows' Credential Manager holds 2560 bytes. */
  | { outcome: 'too-large' }

/** The session's entry in the operating system's keychain. Calls are made one after the other, never at once. */
export interface SecretStore {
  read(): Promise<ReadResult>
  /** Never overwrites an entry that Parley can't read: that is answered with `changed`, unless the person said to replace it. */
  write(secret: SessionSecret, existing?: 'keep' | 'replace'): Promise<WriteResult>
  /** Takes Parley's own entry away; one that it can't read stays. */
  remove(): Promise<WriteResult>
  /** Lets the system ask for the keychain's password, and looks again once that is over. */
  unlock(): Promise<void>
  state(): KeychainState
  /** Hears of every change of the state; gives the function that stops it. */
  onState(listener: (state: KeychainState) => void): () => void
  /**
   * True while a call hangs in the system (an unanswered keychain prompt). Node joins its threads when it exits, so
   * that a program in this state has to end itself with SIGKILL.
   */
  isStuck(): boolean
}

export interface SecretStoreEffects {
  /** Loads the native module, on first use. */
  loadKeytar: () => Promise<Keytar>
  probe: KeychainProbe
  /** Lets the system ask for the keychain's password; done when the person has answered, either way. */
  unlock: () => Promise<void>
  system: SystemName
  /** Name that people see in their keychain: `Parley`. */
  service: string
  /** Entry's name, one per profile; see `profileKey`. */
  profile: string
  /** Milliseconds that a call may take before the keychain counts as locked. */
  limit: number
  setTimer: (run: () => void, milliseconds: number) => () => void
}

const tooLate = Symbol('too late')

type Found = Extract<ReadResult, { outcome: 'refused' }> | { outcome: 'usable'; keytar: Keytar; secret: SessionSecret | null }

/**
 * Opens the session's entry in the system's keychain. Nothing is asked of the system before the first call.
 *
 * @returns The store, in state `unknown`.
 */
export function openSecretStore(effects: SecretStoreEffects): SecretStore {
  const { probe, system, service, profile } = effects
  let state: KeychainState = 'unknown'
  let hanging = 0
  let answeredLate: { text: string | null } | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let loading: Promise<Keytar> | undefined
  const listeners = new Set<(state: KeychainState) => void>()

  const enter = (next: KeychainState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener(next)
  }

  const refuse = (trouble: KeychainTrouble): { outcome: 'refused'; state: KeychainTrouble } => {
    enter(trouble)
    return { outcome: 'refused', state: trouble }
  }

  /** A call that does not come back in time keeps a thread of the pool: no second one follows before it ends. */
  const limited = <T>(call: Promise<T>, whenLate: (value: T) => void): Promise<T | typeof tooLate> =>
    new Promise((resolve, reject) => {
      let late = false
      const stop = effects.setTimer(() => {
        late = true
        hanging += 1
        resolve(tooLate)
      }, effects.limit)
      call.then(
        (value) => {
          if (late) hanging -= 1
          else stop()
          if (late) whenLate(value)
          resolve(value)
        },
        (error: unknown) => {
          if (late) hanging -= 1
          else stop()
          reject(error instanceof Error ? error : new Error(String(error)))
        },
      )
    })

  const readText = async (keytar: Keytar): Promise<string | null | typeof tooLate> => {
    if (answeredLate !== undefined) {
      const { text } = answeredLate
      answeredLate = undefined
      return text
    }
    return limited(keytar.getPassword(service, profile), (text) => {
      // The person answered the system's prompt after all. The answer is kept for the next read, so that the system
      // does not prompt twice.
      answeredLate = { text }
      if (text === null || decodeSecret(text, profile) !== null) enter('available')
    })
  }

  const find = async (existing: 'keep' | 'replace' = 'keep'): Promise<Found> => {
    if (hanging > 0) return refuse('locked')
    const probed = await probe()
    if (probed === 'locked' || probed === 'missing') return refuse(probed)
    loading ??= effects.loadKeytar()
    let keytar: Keytar
    try {
      keytar = await loading
    } catch {
      return refuse('missing')
    }
    try {
      const text = await readText(keytar)
      if (text === tooLate) return refuse('locked')
      const secret = text === null ? null : decodeSecret(text, profile)
      const isForeign = text !== null && secret === null
      if (isForeign && existing === 'keep') return refuse('changed')
      if (!isForeign) enter('available')
      return { outcome: 'usable', keytar, secret }
    } catch (error) {
      const trouble = classifyKeychainError({ system, operation: 'read', probed: await probe(), message: messageOf(error) })
      return trouble === 'changed' && existing === 'replace' ? { outcome: 'usable', keytar, secret: null } : refuse(trouble)
    }
  }

  const change = async (work: (keytar: Keytar) => Promise<unknown>, existing: 'keep' | 'replace' = 'keep'): Promise<WriteResult> => {
    const found = await find(existing)
    if (found.outcome === 'refused') return found
    try {
      if ((await limited(work(found.keytar), () => enter('available'))) === tooLate) return refuse('locked')
      enter('available')
      return { outcome: 'done' }
    } catch (error) {
      return refuse(classifyKeychainError({ system, operation: 'write', probed: await probe(), message: messageOf(error) }))
    }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  const read = (): Promise<ReadResult> =>
    inTurn(async (): Promise<ReadResult> => {
      const found = await find()
      if (found.outcome === 'refused') return found
      return found.secret === null ? { outcome: 'none' } : { outcome: 'found', secret: found.secret }
    })

  return {
    read,
    unlock: async () => {
      // Not in turn: a person may take minutes to answer.
      await effects.unlock()
      await read()
    },
    write: (secret, existing) =>
      inTurn(async (): Promise<WriteResult> => {
        const text = encodeSecret(secret, profile)
        if (text === null) return { outcome: 'too-large' }
        return change((keytar) => keytar.setPassword(service, profile, text), existing)
      }),
    remove: () => inTurn(() => change((keytar) => keytar.deletePassword(service, profile))),
    state: () => state,
    onState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isStuck: () => hanging > 0,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

import type { PolicyState } from '../../contract/policy'
import type { Settings } from '../../contract/settings'
import type { Log } from '../log/log'
import { applyPolicy, touchesPolicy } from './apply'
import { emptyPolicy, type Policy } from './parse'

/** The settings as they apply: the person's choices under the administrator's policy. */
export interface ManagedSettings {
  read(): Settings
  /** Other choices, with the policy's decisions in them. */
  over(chosen: Settings): Settings
  policy(): PolicyState
  /** Whether the policy decides a part of this change. */
  isManaged(change: Readonly<Record<string, unknown>>): boolean
}

interface ManagedSettingsOptions {
  chosen: () => Settings
  /** The policy, or its reading where that takes a while. */
  policy: Policy | Promise<Policy>
  /** Runs when the policy has come after the first answer. */
  onChange: () => void
  log: Pick<Log, 'note' | 'error'>
}

/** Holds the policy over the settings. What can't be followed of it is logged. */
export function manageSettings({ chosen, policy: given, onChange, log }: ManagedSettingsOptions): ManagedSettings {
  let policy = emptyPolicy
  const follow = (next: Policy): void => {
    policy = next
    for (const { entry, problem, source } of next.problems) log.note('policy', { entry, problem, source })
  }
  const followLater = async (reading: Promise<Policy>): Promise<void> => {
    follow(await reading)
    onChange()
  }
  if (given instanceof Promise) followLater(given).catch((error: unknown) => log.error('policy', error))
  else follow(given)
  return {
    read: () => applyPolicy(chosen(), policy),
    over: (others) => applyPolicy(others, policy),
    policy: () => ({ managed: [...policy.values.keys()], problems: [...policy.problems] }),
    isManaged: (change) => touchesPolicy(change, policy),
  }
}

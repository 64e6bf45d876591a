import { settingsName, type ChosenSettings } from '../settings/chosen'
import type { MemoryFile } from '../settings/memory'
import type { AccountsEffects } from './accounts'

/** Makes what takes away the rest of a person: their own settings, and which meetings they were told of. */
export function forgetPerson({ chosen, memory }: {
  chosen: Pick<ChosenSettings, 'forget'>
  memory: Pick<MemoryFile, 'read' | 'change'>
}): AccountsEffects['forgetPerson'] {
  return (account, accountId) => {
    chosen.forget(settingsName(account, accountId))
    memory.change({ toldReminders: memory.read().toldReminders.filter((key) => !key.includes(accountId)) })
  }
}

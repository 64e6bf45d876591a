import { createHash } from 'node:crypto'
import type { WorkspaceKind } from '../../contract/accounts'
import type { Language } from '../../contract/languages'
import { accountSettingsSchema, settingsSchema, type AccountSettings, type Settings } from '../../contract/settings'
import { isGroup, overlay } from './merge'
import type { SettingsFile } from './preferences'

/** What a person chose, as it holds for the account that is shown, in this run. */
export interface ChosenSettings {
  read(): Settings
  /** The same, as it holds for another account, by its name (see `settingsName`). */
  readFor(name: string): Settings
  /**
   * Keeps settings: what belongs to the account with it, the rest for all.
   *
   * @throws When the disk refuses.
   */
  change(settings: Settings): void
  /**
   * From now on, another account is shown.
   *
   * @param name Its name (see `settingsName`), or null while nobody is signed in.
   * @returns False when it is shown already.
   */
  holdFor(name: string | null): boolean
  /** Shows a language in this run alone, until another one is chosen. */
  speak(language: Language): void
  /** Takes away what an account has of its own, by its name. */
  forget(name: string): void
}

/** The settings for all accounts, without what each has of its own. */
const forAllSchema = settingsSchema.strip()

/** More accounts than this are none that anybody still uses; whoever chose something longest ago makes room. */
const most = 50

/**
 * Name under which a person's own settings are kept. It is the same when they sign in anew, so that a sign-out loses nothing, and
 * tells neither who nor where.
 */
export function settingsName(place: { kind: WorkspaceKind; address: string | null }, accountId: string): string {
  return createHash('sha256').update(JSON.stringify([place.kind, place.address, accountId])).digest('hex').slice(0, 24)
}

/** Lays the account's own settings, and this run's language, over those for all. */
export function chooseSettings(file: Pick<SettingsFile, 'read' | 'change'>): ChosenSettings {
  let spoken: Language | null = null
  let account: string | null = null

  const own = (name = account): AccountSettings => (name === null ? undefined : file.read().accounts[name]) ?? {}
  const readFor = (name: string | null): Settings => {
    const settings = settingsSchema.parse(overlay(forAllSchema.parse(file.read()), own(name)))
    return spoken === null ? settings : { ...settings, language: spoken }
  }
  const read = (): Settings => readFor(account)

  return {
    read,
    readFor,
    change: (settings) => {
      if (settings.language !== spoken) spoken = null
      const { accounts, ...before } = file.read()
      const forAll = { ...settings, language: spoken === null ? settings.language : before.language }
      if (account === null) return file.change(forAll)
      const chosen = accountSettingsSchema.parse(overlay(own(), changes(ownPart(read()), ownPart(settings))))
      const kept = Object.entries(accounts).filter(([of]) => of !== account).slice(-(most - 1))
      file.change({
        ...settingsSchema.parse(overlay(forAll, ownPart(before))),
        accounts: { ...Object.fromEntries(kept), ...(Object.keys(chosen).length === 0 ? {} : { [account]: chosen }) },
      })
    },
    holdFor: (name) => {
      const isOther = name !== account
      account = name
      return isOther
    },
    speak: (language) => {
      spoken = language
    },
    forget: (name) => {
      const { accounts } = file.read()
      if (!Object.hasOwn(accounts, name)) return
      file.change({ accounts: Object.fromEntries(Object.entries(accounts).filter(([of]) => of !== name)) })
    },
  }
}

/** The part of the settings that an account has of its own. */
function ownPart({ notifications: { meetingSoon, invitation, badge }, meetings }: Settings): AccountSettings {
  return { notifications: { meetingSoon, invitation, badge }, meetings }
}

/** What differs, group by group. */
function changes(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, value]) => {
      const old = before[name]
      if (isGroup(old) && isGroup(value)) {
        const inner = changes(old, value)
        return Object.keys(inner).length === 0 ? [] : [[name, inner]]
      }
      return old === value ? [] : [[name, value]]
    }),
  )
}

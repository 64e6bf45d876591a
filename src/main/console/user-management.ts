import type { Account, Session } from '../../contract/session'
import type { CompanyFigures, HandOff, UserManagement } from '../../contract/user-management'
import { keptName } from '../accounts/remembered'
import { isYounger } from '../clock'
import type { Workspace } from '../workspace/workspace'
import { administratorRequest, type RequestWords } from './administrator-request'
import { decideUserManagement } from './decide'
import { fetchFigures } from './figures'

interface ShownAccount {
  key: string
  session: { get(): Session }
  workspace: Pick<Workspace, 'account' | 'company' | 'licences' | 'consoleAddress'>
}

export interface UserManagementEffects {
  /** The account that is shown. */
  account: () => ShownAccount
  /** The last known figures by account (see `keptName`), kept between runs. Nothing secret. */
  figures: { get(name: string): CompanyFigures | null; set(name: string, figures: CompanyFigures): void }
  /** Hands an address to the system's default browser. */
  openOutside: (address: string) => Promise<void>
  /** Puts text on the clipboard; newer versions of Electron do so asynchronously. */
  copyText: (text: string) => void | Promise<void>
  words: () => RequestWords
  /** Milliseconds since the epoch. */
  now: () => number
}

/** User management: the panel's figures, and the way to the console. */
export interface UserManagementDesk {
  get(): Promise<UserManagement>
  /** Opens the console, for those who may: the decision is made here, whatever the page shows. */
  open(): Promise<HandOff>
  copyLink(): Promise<HandOff>
  /** Puts an e-mail to the administrators on the clipboard; false when none is known. */
  copyRequest(): Promise<boolean>
}

/** Figures of this age are still good for the click that follows them, in milliseconds. */
const goodFor = 30_000

/** Makes the desk. */
export function openUserManagement(effects: UserManagementEffects): UserManagementDesk {
  let last: { name: string; result: UserManagement; at: number } | null = null

  /** Another account may be shown by the time of the answer: whatever was asked for one is decided and kept for it. */
  const look = async ({ key, session, workspace }: ShownAccount, account: Account): Promise<UserManagement> => {
    const name = keptName(key, account.id)
    const answer = await fetchFigures(workspace, effects.now)
    const present = session.get()
    if (present.state === 'signed-out') return { state: 'signed-out' }
    if (answer.outcome === 'failed' && (answer.problem === 'expired' || present.state !== 'signed-in')) {
      return { state: 'expired' }
    }
    if (answer.outcome === 'done') effects.figures.set(name, answer.value)
    return decideUserManagement({
      session: 'signed-in',
      account,
      figures: answer.outcome === 'done' ? answer.value : effects.figures.get(name),
      problem: answer.outcome === 'done' ? null : answer.problem,
      address: workspace.consoleAddress(account.email),
    })
  }

  const get = async (shown = effects.account()): Promise<UserManagement> => {
    const present = shown.session.get()
    if (present.state === 'signed-out') return { state: 'signed-out' }
    if (present.state !== 'signed-in') return { state: present.account === null ? 'signed-out' : 'expired' }
    const result = await look(shown, present.account)
    last = { name: keptName(shown.key, present.account.id), result, at: effects.now() }
    return result
  }

  /** What was decided for this account a moment ago, or a new decision. */
  const decided = async (shown: ShownAccount): Promise<UserManagement> => {
    const present = shown.session.get()
    const isGood =
      last !== null &&
      present.state === 'signed-in' &&
      last.name === keptName(shown.key, present.account.id) &&
      last.result.state === 'allowed' &&
      last.result.problem === null &&
      isYounger(effects.now() - last.at, goodFor)
    return isGood && last !== null ? last.result : get(shown)
  }

  const handOver = async (outcome: 'opened' | 'copied'): Promise<HandOff> => {
    const shown = effects.account()
    const decision = await decided(shown)
    const present = shown.session.get()
    if (present.state !== 'signed-in') return { outcome: 'refused' }
    // The link alone may be copied while nothing is known yet; the console asks for credentials and decides itself.
    const mayCopy = decision.state === 'unreachable' && outcome === 'copied'
    if (decision.state !== 'allowed' && !mayCopy) return { outcome: 'refused' }
    // A browser would reach the workspace no better than Parley did a moment ago: no page that only says so.
    if (outcome === 'opened' && decision.state === 'allowed' && decision.problem !== null) return { outcome: 'failed' }
    const address = shown.workspace.consoleAddress(present.account.email)
    if (address === null) return { outcome: 'failed' }
    try {
      if (outcome === 'opened') await effects.openOutside(address)
      else await effects.copyText(address)
      return { outcome }
    } catch {
      return { outcome: 'failed' }
    }
  }

  return {
    get: () => get(),
    open: () => handOver('opened'),
    copyLink: () => handOver('copied'),
    copyRequest: async () => {
      const { key, session } = effects.account()
      const present = session.get()
      if (present.state !== 'signed-in') return false
      const figures = effects.figures.get(keptName(key, present.account.id))
      const text = figures === null ? null : administratorRequest(present.account, figures, effects.words())
      if (text === null) return false
      await effects.copyText(text)
      return true
    },
  }
}

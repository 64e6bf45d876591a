import type { Language } from '../../contract/languages'
import type { Account, Connection, PastedAnswer, Session } from '../../contract/session'
import type { SecretStore } from '../secrets/secret-store'
import type { LostConnection } from '../workspace/workspace'
import type { IdentityProvider } from './identity-provider'
import type { ProviderAnswer } from './provider-failure'
import type { SignOutEnding } from './sign-out'
import type { AccessToken } from './token-keeper'

/** The account that an access token stands for, as the workspace's API tells. */
export type AccountAnswer =
  | { outcome: 'done'; value: Account }
  | { outcome: 'failed'; problem: LostConnection | 'expired' | 'forbidden' | 'registration' | 'workspace-error' | 'bad-answer' }

export interface SessionEffects {
  /** The workspace's address once it is ready; rejects when it does not come up. */
  workspaceAddress: () => Promise<string>
  discover: (address: string) => Promise<ProviderAnswer<IdentityProvider>>
  readAccount: (accessToken: string) => Promise<AccountAnswer>
  /** Port of the loopback redirect, where the workspace wants a certain one; 0 for any. */
  redirectPort?: () => number
  secrets: SecretStore
  /** Who is signed in, kept between runs. Nothing secret. */
  remembered: { get(): Account | null; set(account: Account | null): void }
  openBrowser: (address: string) => Promise<void>
  bringToFront: () => void
  language: () => Language
  /** What this computer calls itself, for whoever lets it sign in with a code. */
  computerName: () => string
  /** Milliseconds since the epoch. */
  now: () => number
  /** 256 random bits as base64url. */
  random: () => string
  /** From 0 to below 1, for waits that are not to be the same everywhere. */
  chance: () => number
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** Whether somebody sees it: a lost connection is tried again and again only then. */
  isShown: () => boolean
  onChange: (session: Session) => void
  /** An account was signed out: whatever is kept of its company goes. */
  onSignedOut: (account: Account) => void
}

/** The session of the client: who is signed in, and the tokens that prove it. */
export interface SessionKeeper {
  get(): Session
  /** Starts the work of a remembered session: keychain, tokens, account. Belongs after the first paint. */
  connect(): Promise<void>
  /** Starts an attempt, or brings the pending one's page up again. */
  signIn(): Promise<void>
  /** The pending attempt's address, or null. */
  signInAddress(): string | null
  /** What a pending attempt can do where its browser does not come back. */
  readonly otherWays: {
    useCode(): void
    openCodePage(): void
    /** Address of the page that takes the code, with the code in it, or null. */
    codePage(): string | null
    openAnswerPage(): void
    pasteAnswer(text: string): PastedAnswer
  }
  cancelSignIn(): void
  /**
   * Clears this computer first, then ends the session at the workspace, and in the browser unless that one is needed
   * still; resolves when all is done, with what became of the session there.
   */
  signOut(options?: { keepBrowserSession: boolean }): Promise<SignOutEnding>
  accessToken(): Promise<AccessToken>
  rejectAccessToken(token: string): void
  /** Says how a request to the workspace went, as far as the connection is concerned. */
  noteConnection(connection: Connection): void
  /** Writes the session into the keychain in the place of an entry that Parley can't read, as the person said. */
  replaceKeychainEntry(): Promise<void>
  /** Looks again at what was in the way: the window came back, the computer woke up, the network is there. */
  recheck(): Promise<void>
  /** Ends a pending attempt and all timers; Parley quits. */
  stop(): void
}

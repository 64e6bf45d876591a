import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { WorkspaceKind } from '../../../contract/accounts'
import { Button } from '../../controls/button'
import { useKeptFocus } from '../../controls/use-kept-focus'
import { Rich, useWords } from '../../i18n/words'
import { loadedLater } from '../../shell/loaded-later'
import { Notices } from '../../shell/notices'
import { countArrival } from '../../shell/page-heading'
import { pageHref, usePage } from '../../shell/use-page'
import { WorkspaceMessage } from '../../shell/workspace-message'
import { useAppState, useClient } from '../../state/client'
import { BrowserStep } from './browser-step'
import { KeychainMessage } from './keychain-message'
import { OtherAccounts } from './other-accounts'
import { OtherPlaces } from './other-places'
import { PlaceQuestion, type AskedPlace } from './place-question'
import { SignInProblemMessage } from './sign-in-problem'
import styles from './sign-in-page.module.css'
import { useRest } from './use-rest'
import { WelcomePicture } from './welcome-picture'

const NetworkOutside = loadedLater(() => import('../../network/network-outside'))

interface SignedOutProps {
  /** From a sign-in that has ended, or from the network's settings. */
  cameFrom: 'sign-in' | 'network' | null
  /** The kind of workspace that something was asked for last. */
  askedLast: WorkspaceKind | null
  onAsk: (place: AskedPlace) => void
}

function SignedOut({ cameFrom, askedLast, onAsk }: SignedOutProps) {
  const { t } = useWords()
  const { bridge } = useClient()
  const problem = useAppState((state) => (state.session.state === 'signed-out' ? state.session.problem : null))
  const { kind, host, ways } = useAppState((state) => state.accounts)
  const isRegistrationMissing = ways.some((way) => way.kind === kind && way.needs === 'client-id')
  // A link that came before the sign-in is followed after it.
  const [destination] = usePage()
  // The workspace on this computer gets ready while the finger is on its way; where it can't, the sign-in says so.
  const prepared = useRest(() => {
    if (host === null && !isRegistrationMissing) void bridge.invoke('workspace.prepare').catch(() => {})
  })
  const network = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (cameFrom === 'network') network.current?.focus()
  }, [cameFrom])
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <p className={styles['introduction']}>{t('signIn.introduction')}</p>
      {'meeting' in destination && (
        <p role="status">
          <Rich words="signIn.thenJoin" values={{ id: destination.meeting }} parts={{ b: <strong dir="ltr" /> }} />
        </p>
      )}
      {problem !== null && <SignInProblemMessage problem={problem} onCheckRegistration={() => onAsk({ kind, needs: 'client-id' })} />}
      <Button
        look="primary"
        className={styles['action']}
        autoFocus={cameFrom === 'sign-in'}
        {...prepared}
        onClick={() => {
          if (isRegistrationMissing) onAsk({ kind, needs: 'client-id' })
          else void bridge.invoke('session.signIn').catch(() => {})
        }}
      >
        {t('signIn.action')}
      </Button>
      <p className={styles['place']}>
        {host === null ? (
          <Rich words="place.at" values={{ host: t('place.thisComputer') }} parts={{ b: <strong /> }} />
        ) : (
          <Rich words="place.at" values={{ host }} parts={{ b: <strong dir="ltr" /> }} />
        )}
      </p>
      {host === null && <WorkspaceMessage />}
      <KeychainMessage />
      <OtherPlaces askedLast={askedLast} onAsk={onAsk} />
      <a ref={network} className={styles['network']} href={pageHref('settings.network')}>
        {t('network.settings')}
      </a>
    </>
  )
}

/** What there is to see without an account: the way to sign in, and what became of it. */
export function SignInPage() {
  const signingIn = useAppState((state) => state.session.state === 'signing-in')
  const hasAccounts = useAppState((state) => state.accounts.entries.length > 0) && !signingIn
  const [{ page }] = usePage()
  const isNetwork = page === 'settings.network'
  // Whoever comes back from a sign-in finds the focus on the way to the next one, and from elsewhere on what led there.
  const [cameFrom, setCameFrom] = useState<'sign-in' | 'network' | null>(null)
  const [asked, setAsked] = useState<(AskedPlace & { isOpen: boolean }) | null>(null)
  const now = isNetwork ? 'network' : signingIn ? 'sign-in' : cameFrom
  if (now !== cameFrom) setCameFrom(now)
  if ((signingIn || isNetwork) && asked !== null) setAsked(null)
  useEffect(() => {
    if (!isNetwork) document.title = 'Parley'
  }, [isNetwork])
  useEffect(() => {
    if (cameFrom !== null) countArrival()
  }, [cameFrom])
  if (isNetwork) return <NetworkOutside />
  return (
    <Screen>
      {asked?.isOpen === true && !signingIn ? (
        <div className={styles['middle']}>
          <PlaceQuestion {...asked} onBack={() => setAsked({ ...asked, isOpen: false })} />
        </div>
      ) : (
        <div className={hasAccounts ? styles['both'] : undefined}>
          <div className={styles['middle']}>
            <WelcomePicture waiting={signingIn} />
            {signingIn ? (
              <BrowserStep as="h1" />
            ) : (
              <SignedOut cameFrom={asked === null ? cameFrom : null} askedLast={asked?.kind ?? null} onAsk={(place) => setAsked({ ...place, isOpen: true })} />
            )}
          </div>
          {hasAccounts && <OtherAccounts />}
        </div>
      )}
    </Screen>
  )
}

function Screen({ children }: { children: ReactNode }) {
  const screen = useKeptFocus<HTMLElement>()
  return (
    <main ref={screen} className={styles['page']}>
      <Notices />
      {children}
    </main>
  )
}

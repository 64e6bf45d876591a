import { useEffect, useState } from 'react'
import type { WorkspaceKind } from '../../../contract/accounts'
import { Button } from '../../controls/button'
import { Rich, useWords } from '../../i18n/words'
import { Notices } from '../../shell/notices'
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

interface SignedOutProps {
  /** From a sign-in that has ended. */
  cameBack: boolean
  /** The kind of workspace that something was asked for last. */
  askedLast: WorkspaceKind | null
  onAsk: (place: AskedPlace) => void
}

function SignedOut({ cameBack, askedLast, onAsk }: SignedOutProps) {
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
        autoFocus={cameBack}
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
      <a className={styles['network']} href={pageHref('settings.network')}>
        {t('network.settings')}
      </a>
    </>
  )
}

/** What there is to see without an account: the way to sign in, and what became of it. */
export function SignInPage() {
  const signingIn = useAppState((state) => state.session.state === 'signing-in')
  const hasAccounts = useAppState((state) => state.accounts.entries.length > 0) && !signingIn
  // Whoever comes back from a sign-in finds the focus on the way to the next one, and from a question on what led to it.
  const [wasSigningIn, setWasSigningIn] = useState(signingIn)
  const [asked, setAsked] = useState<(AskedPlace & { isOpen: boolean }) | null>(null)
  if (signingIn && !wasSigningIn) setWasSigningIn(true)
  if (signingIn && asked !== null) setAsked(null)
  useEffect(() => {
    document.title = 'Parley'
  }, [])
  if (asked?.isOpen === true && !signingIn) {
    return (
      <main className={styles['page']}>
        <Notices />
        <div className={styles['middle']}>
          <PlaceQuestion {...asked} onBack={() => setAsked({ ...asked, isOpen: false })} />
        </div>
      </main>
    )
  }
  return (
    <main className={styles['page']}>
      <Notices />
      <div className={hasAccounts ? styles['both'] : undefined}>
        <div className={styles['middle']}>
          <WelcomePicture waiting={signingIn} />
          {signingIn ? (
            <BrowserStep as="h1" />
          ) : (
            <SignedOut cameBack={wasSigningIn && asked === null} askedLast={asked?.kind ?? null} onAsk={(place) => setAsked({ ...place, isOpen: true })} />
          )}
        </div>
        {hasAccounts && <OtherAccounts />}
      </div>
    </main>
  )
}

import { languageNames } from '../../contract/languages'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { setLanguage, useUnread, useWords } from '../i18n/words'
import { BrowserStep } from '../pages/sign-in/browser-step'
import { KeychainMessage } from '../pages/sign-in/keychain-message'
import { SignInProblemMessage } from '../pages/sign-in/sign-in-problem'
import { useAppState, useClient } from '../state/client'
import styles from './banners.module.css'
import { Notices } from './notices'
import { usePage } from './use-page'
import { useRegistration } from './use-registration'

/** The end of the session, on every page but the one that offers to sign in again itself. */
function Expired() {
  const { t } = useWords()
  const { bridge } = useClient()
  const problem = useAppState((state) => (state.session.state === 'expired' ? state.session.problem : null))
  const [{ page }] = usePage()
  const check = useRegistration()
  return (
    <>
      {problem !== null && <SignInProblemMessage problem={problem} {...(check === null ? {} : { onCheckRegistration: check })} />}
      {/* A keychain that is locked or has changed is most often why the session could not be restored. */}
      <KeychainMessage />
      {page !== 'settings.user-management' && (
        <Message
          kind="warning"
          actions={
            <Button onClick={() => void bridge.invoke('session.signIn').catch(() => {})}>{t('signIn.action')}</Button>
          }
        >
          {t('banner.expired')}
        </Message>
      )}
    </>
  )
}

/** The language that was chosen can't be shown: whoever reads this reads the one before. */
function Unread() {
  const { t } = useWords()
  const unread = useUnread()
  if (unread === null) return null
  // A script that could not be read is not asked for a second time by a page that stays.
  const again = () => void setLanguage(unread).catch(() => location.reload())
  return (
    <Message kind="problem" actions={<Button onClick={again}>{t('page.tryAgain')}</Button>}>
      {t('banner.unread', { language: languageNames[unread] })}
    </Message>
  )
}

/** What is wrong at the moment and waits for the person, above every page. */
export function Banners() {
  const session = useAppState((state) => state.session.state)
  return (
    <div className={styles['banners']}>
      {/* It is there before its words are, or assistive technology would not read them out. */}
      <div role="status" className={styles['told']}>
        <Notices />
        <Unread />
        {session === 'expired' && <Expired />}
      </div>
      {session === 'signing-in' && <BrowserStep as="p" />}
    </div>
  )
}

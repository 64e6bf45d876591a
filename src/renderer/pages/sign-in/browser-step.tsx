import { useEffect, useId, useRef } from 'react'
import { Button } from '../../controls/button'
import { useFeedback } from '../../controls/use-feedback'
import { useWords } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'
import styles from './browser-step.module.css'
import { Trouble } from './trouble'
import { useSecondsLeft } from './use-seconds-left'

/** The sign-in while the person is in the browser: what to do there, and the ways out. */
export function BrowserStep({ as: Title }: { as: 'h1' | 'p' }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const step = useAppState((state) => (state.session.state === 'signing-in' ? state.session.step : 'opening'))
  const finishing = step === 'finishing'
  const opening = step === 'opening'
  // No browser of this computer can bring an answer back.
  const isBlocked = step === 'code'
  const [copied, showCopied] = useFeedback<boolean>()
  const secondsLeft = useSecondsLeft()

  // The button that was pressed is gone; the focus goes to what took its place.
  useEffect(() => {
    title.current?.focus()
  }, [])

  async function copyLink() {
    showCopied(await bridge.invoke('session.copySignInLink').catch(() => false))
  }

  return (
    <div className={Title === 'h1' ? styles['screen'] : styles['line']}>
      <div role="status" aria-labelledby={id} className={styles['words']}>
        <Title id={id} ref={title} tabIndex={-1} className={styles['title']}>
          {t(finishing ? 'signIn.finishing' : isBlocked ? 'signIn.blocked' : 'signIn.browser')}
        </Title>
        {!finishing && <p className={styles['hint']}>{t(isBlocked ? 'signIn.blockedHint' : opening ? 'signIn.opening' : 'signIn.browserHint')}</p>}
        {(finishing || opening) && <div className={styles['progress']} aria-hidden="true" />}
      </div>
      <div className={styles['buttons']}>
        {!isBlocked && !finishing && (
          <Button isBusy={opening} onClick={() => void copyLink()}>
            {t('signIn.copyLink')}
          </Button>
        )}
        <Button look="quiet" onClick={() => void bridge.invoke('session.cancelSignIn').catch(() => {})}>
          {t('signIn.cancel')}
        </Button>
      </div>
      <p className={styles['remark']} aria-live="polite">
        {copied !== null && (copied ? t('signIn.linkCopied') : t('signIn.linkGone'))}
      </p>
      {!finishing && secondsLeft !== null && (
        <p className={styles['remark']}>{t('signIn.endsIn', { count: secondsLeft })}</p>
      )}
      {!finishing && <Trouble />}
    </div>
  )
}

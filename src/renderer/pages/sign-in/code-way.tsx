import { userCodeText } from '../../../contract/user-code'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useFeedback } from '../../controls/use-feedback'
import { useWords } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'
import styles from './trouble.module.css'

/** Signing in with a code, on another device or in another browser of this computer. */
export function CodeWay({ reach }: { reach: 'this-computer' | 'anywhere' }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const code = useAppState((state) => (state.session.state === 'signing-in' ? state.session.code : null))
  const [copied, showCopied] = useFeedback<boolean>()

  const ask = () => void bridge.invoke('session.useCode').catch(() => {})
  const copy = async () => showCopied(await bridge.invoke('session.copyCodePage').catch(() => false))

  return (
    <section className={styles['way']}>
      <h2 className={styles['title']}>{t(`signIn.ways.code.title.${reach}`)}</h2>
      <p className={styles['hint']}>{t(`signIn.ways.code.hint.${reach}`)}</p>
      {code?.state !== 'shown' && (
        <Button isBusy={code?.state === 'asked'} onClick={ask}>
          {t(code?.state === 'asked' ? 'signIn.ways.code.getting' : 'signIn.ways.code.get')}
        </Button>
      )}
      <div role="status" className={styles['told']}>
        {code?.state === 'failed' && <Message kind="warning">{t('signIn.ways.code.failed')}</Message>}
        {code?.state === 'shown' && (
          <>
            <p>{t('signIn.ways.code.visit')}</p>
            <p className={styles['address']}>
              <bdi dir="ltr">{code.address}</bdi>
            </p>
            <p>{t('signIn.ways.code.type')}</p>
            <p className={styles['code']}>
              <bdi dir="ltr">{userCodeText(code.userCode)}</bdi>
            </p>
            <p className={styles['hint']}>{t('signIn.ways.code.waiting')}</p>
          </>
        )}
      </div>
      {code?.state === 'shown' && (
        <div className={styles['buttons']}>
          <Button onClick={() => void bridge.invoke('session.openCodePage').catch(() => {})}>
            {t('signIn.ways.code.open')}
          </Button>
          <Button look="quiet" onClick={() => void copy()}>
            {t('signIn.ways.code.copy')}
          </Button>
        </div>
      )}
      <p className={styles['hint']} aria-live="polite">
        {copied !== null && (copied ? t('signIn.ways.code.copied') : t('signIn.linkGone'))}
      </p>
    </section>
  )
}

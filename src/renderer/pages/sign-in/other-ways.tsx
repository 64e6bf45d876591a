import { Button } from '../../controls/button'
import { useWords } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'
import { CodeWay } from './code-way'
import { PasteWay } from './paste-way'
import styles from './trouble.module.css'

/** What can be done where the browser was closed, is another one, or can't reach Parley. */
export default function OtherWays({ isBlocked }: { isBlocked: boolean }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const elsewhere = useAppState((state) => (state.session.state === 'signing-in' ? state.session.elsewhere : 'none'))
  return (
    <>
      {!isBlocked && (
        <section className={styles['way']}>
          <h2 className={styles['title']}>{t('signIn.ways.again.title')}</h2>
          <p className={styles['hint']}>{t('signIn.ways.again.hint')}</p>
          <Button onClick={() => void bridge.invoke('session.signIn').catch(() => {})}>{t('signIn.ways.again.open')}</Button>
        </section>
      )}
      {elsewhere !== 'none' && (
        <>
          <CodeWay reach={elsewhere} />
          <PasteWay />
        </>
      )}
    </>
  )
}

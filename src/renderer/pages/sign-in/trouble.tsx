import { useId, useState } from 'react'
import { Button } from '../../controls/button'
import { useWords } from '../../i18n/words'
import { OverPage } from '../../shell/broken'
import { loadedLater } from '../../shell/loaded-later'
import { useAppState } from '../../state/client'
import styles from './trouble.module.css'

const OtherWays = loadedLater(() => import('./other-ways'))

/** The ways to sign in when the browser does not come back. Without a browser that could, they are open at once. */
export function Trouble() {
  const { t } = useWords()
  const id = useId()
  const isBlocked = useAppState((state) => state.session.state === 'signing-in' && state.session.step === 'code')
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen || isBlocked
  return (
    <div className={styles['trouble']}>
      {!isBlocked && (
        <Button look="quiet" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t('signIn.ways.trouble')}
        </Button>
      )}
      <div id={id} hidden={!shown} className={styles['ways']}>
        {shown && (
          <OverPage onClose={() => setOpen(false)}>
            <OtherWays isBlocked={isBlocked} />
          </OverPage>
        )}
      </div>
    </div>
  )
}

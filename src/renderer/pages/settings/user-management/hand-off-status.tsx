import { useId } from 'react'
import { useStore } from 'zustand'
import { OutsideLink } from '../../../controls/button'
import { useFeedback } from '../../../controls/use-feedback'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import styles from './hand-off-status.module.css'

/**
 * Says that the browser was asked to open the console. The fall-back is there always: on Linux, the system reports
 * success before a browser has appeared.
 */
export function HandOffStatus() {
  const { t } = useWords()
  const { userManagement } = useClient()
  const id = useId()
  const opened = useStore(userManagement, (panel) => panel.handOff === 'opened')
  const [copied, showCopied] = useFeedback<boolean>()
  // The region is there before its words are, or assistive technology would not read them out.
  return (
    <div role="status" className={styles['status']} {...(opened ? { 'aria-labelledby': id } : {})}>
      {opened && (
        <>
          <p id={id} className={styles['title']}>
            {t('userManagement.opened')}
          </p>
          <p>
            {t('userManagement.fallback')}{' · '}
            <OutsideLink onClick={() => void userManagement.getState().copyLink().then(showCopied)}>
              {t('handOff.copyLink')}
            </OutsideLink>
            {copied !== null && (
              <span className={styles['copied']}>{copied ? t('handOff.copied') : t('handOff.notCopied')}</span>
            )}
          </p>
        </>
      )}
    </div>
  )
}

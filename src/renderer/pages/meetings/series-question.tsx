import { useId, useLayoutEffect, useRef } from 'react'
import { Button } from '../../controls/button'
import { ModalActions } from '../../controls/modal'
import { useWords } from '../../i18n/words'
import styles from './schedule-dialog.module.css'

interface SeriesQuestionProps {
  /** What is about to be done. */
  what: 'edit' | 'delete'
  onOne: () => void
  onAll: () => void
  onBack: () => void
}

/** Asks whether one meeting of a series is meant or all of them, in place of a dialog's buttons. */
export function SeriesQuestion({ what, onOne, onAll, onBack }: SeriesQuestionProps) {
  const { t } = useWords()
  const id = useId()
  const one = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => one.current?.focus(), [])

  const isDelete = what === 'delete'
  return (
    <div role="group" aria-labelledby={id}>
      <ModalActions>
        <p id={id} className={styles['question']} role="alert">
          {t(isDelete ? 'meetings.deleteWhich' : 'meetings.editWhich')}
        </p>
        <ModalActions>
          <Button ref={one} look={isDelete ? 'danger' : 'primary'} onClick={onOne}>
            {t('meetings.onlyThis')}
          </Button>
          <Button look={isDelete ? 'danger' : 'plain'} onClick={onAll}>
            {t('meetings.allOfSeries')}
          </Button>
          <Button onClick={onBack}>{t('meetings.back')}</Button>
        </ModalActions>
      </ModalActions>
    </div>
  )
}

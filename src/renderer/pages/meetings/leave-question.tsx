import { useId, useLayoutEffect, useRef } from 'react'
import { Button } from '../../controls/button'
import { ModalActions } from '../../controls/modal'
import { useWords } from '../../i18n/words'
import styles from './schedule-dialog.module.css'

interface LeaveQuestionProps {
  onDiscard: () => void
  onStay: () => void
}

/** Asks whether what was typed may go, in place of a form's buttons. Whoever stays goes on where the focus was. */
export function LeaveQuestion({ onDiscard, onStay }: LeaveQuestionProps) {
  const { t } = useWords()
  const id = useId()
  const stay = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    const before = document.activeElement
    stay.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <div role="group" aria-labelledby={id}>
      <ModalActions>
        <p id={id} className={styles['question']} role="alert">
          {t('schedule.leave')}
        </p>
        <ModalActions>
          <Button look="danger" onClick={onDiscard}>
            {t('schedule.discard')}
          </Button>
          <Button ref={stay} look="primary" onClick={onStay}>
            {t('schedule.goOn')}
          </Button>
        </ModalActions>
      </ModalActions>
    </div>
  )
}

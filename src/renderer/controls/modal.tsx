import { IconX } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { useWords } from '../i18n/words'
import styles from './modal.module.css'
import { useModal } from './use-modal'

interface ModalProps {
  title: string
  onClose: () => void
  /** Gives the width that a form needs. */
  isWide?: boolean
  children: ReactNode
}

/** A dialog over the page. Escape closes it; the focus goes back to what opened it. */
export function Modal({ title, onClose, isWide = false, children }: ModalProps) {
  const { t } = useWords()
  const id = useId()
  const { dialog, keepFocusInside } = useModal(() => null)
  return (
    <dialog
      ref={dialog}
      className={`${styles['dialog'] ?? ''} ${isWide ? (styles['wide'] ?? '') : ''}`}
      aria-labelledby={id}
      onKeyDown={(event) => {
        keepFocusInside(event)
        if (event.key !== 'Escape' || event.defaultPrevented) return
        // At a second Escape a browser closes a dialog whatever its page says; whether this one closes is for its owner to say.
        event.preventDefault()
        onClose()
      }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles['close']} aria-label={t('dialog.close')} onClick={onClose}>
          <IconX size={20} stroke={1.75} aria-hidden />
        </button>
      </div>
      {children}
    </dialog>
  )
}

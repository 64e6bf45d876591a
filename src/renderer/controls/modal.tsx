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
  /** What can be done with it: in sight whatever the height of the window, while what is above it scrolls. */
  foot?: ReactNode
  children: ReactNode
}

/** A dialog over the page. Escape closes it; the focus goes back to what opened it. */
export function Modal({ title, onClose, isWide = false, foot, children }: ModalProps) {
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
      <div className={styles['middle']}>{children}</div>
      {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
    </dialog>
  )
}

/** The buttons in a dialog's foot, side by side where there is room. */
export function ModalActions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}

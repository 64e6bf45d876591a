import './dialog.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** What the close button is called. */
  closeLabel: string
  /** Pixels. */
  width: number
  children: ReactNode
}

/**
 * A dialog: focus stays inside, Escape closes, focus goes back to where it came from. Its head is no `<header>`, since
 * that would be a second banner of the page (WAI-ARIA in HTML, `header` outside sectioning content).
 */
export function Dialog({ isOpen, onClose, title, closeLabel, width, children }: DialogProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={width} centered transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title className="dialog-title">{title}</Modal.Title>
          <Modal.CloseButton aria-label={closeLabel} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

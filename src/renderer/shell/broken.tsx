import { Component, type ReactNode } from 'react'
import { Button } from '../controls/button'
import { Modal, ModalActions } from '../controls/modal'
import { useWords } from '../i18n/words'
import styles from './broken.module.css'
import { CodeNotLoaded } from './loaded-later'

/** Says that something failed, and offers another try. */
export function Sorry({ again }: { again: () => void }) {
  const { t } = useWords()
  return (
    <div className={styles['sorry']} role="alert">
      <h1>{t('page.failed')}</h1>
      <p>{t('page.failedHint')}</p>
      <Button onClick={again}>{t('page.tryAgain')}</Button>
    </div>
  )
}

/** Stands in for pages that fail, so that the rest of the window goes on. A class, since React offers no other way. */
export class Broken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return <Sorry again={() => (error instanceof CodeNotLoaded ? location.reload() : this.setState({ error: null }))} />
  }
}

interface NotOpenedProps {
  /** Another try did not help: only a document that is loaded anew asks for the code again. */
  needsReload: boolean
  again: () => void
  close: () => void
}

function NotOpened({ needsReload, again, close }: NotOpenedProps) {
  const { t } = useWords()
  const foot = (
    <ModalActions>
      <Button onClick={again}>{t(needsReload ? 'page.loadAnew' : 'page.tryAgain')}</Button>
      <Button onClick={close}>{t('dialog.close')}</Button>
    </ModalActions>
  )
  return (
    <Modal title={t('page.failed')} onClose={close} foot={foot}>
      <p role="alert">{t(needsReload ? 'page.notOpenedAgain' : 'page.notOpened')}</p>
    </Modal>
  )
}

interface OverPageProps {
  children: ReactNode
  onClose?: () => void
}

/** Stands in for what opens over a page and fails: the page stays, with all that was entered there and is not saved yet. */
export class OverPage extends Component<OverPageProps, { error: unknown; wasTried: boolean; isClosed: boolean }> {
  override state: { error: unknown; wasTried: boolean; isClosed: boolean } = { error: null, wasTried: false, isClosed: false }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error, wasTried, isClosed } = this.state
    if (isClosed) return null
    if (error === null) return this.props.children
    const needsReload = wasTried && error instanceof CodeNotLoaded
    return (
      <NotOpened
        needsReload={needsReload}
        again={() => (needsReload ? location.reload() : this.setState({ error: null, wasTried: true }))}
        close={() => {
          this.setState({ isClosed: true })
          this.props.onClose?.()
        }}
      />
    )
  }
}

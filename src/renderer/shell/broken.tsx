import { Component, type ReactNode } from 'react'
import { Button } from '../controls/button'
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

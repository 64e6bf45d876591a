import { useState } from 'react'
import type { Diagnostics, DiagnosticsSaved } from '../../../../contract/diagnostics'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import section from '../section.module.css'
import styles from './diagnostics-section.module.css'

type Outcome = DiagnosticsSaved | 'not-collected'

/** Collects diagnostics, lets the person read every file, and saves exactly those. */
export function DiagnosticsSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [diagnostics, setDiagnostics] = useState<Diagnostics | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  async function run(work: () => Promise<Outcome | null>, otherwise: Outcome) {
    setBusy(true)
    setOutcome(await work().catch(() => otherwise))
    setBusy(false)
  }

  const collect = () =>
    run(async () => {
      setDiagnostics(await bridge.invoke('diagnostics.collect'))
      return null
    }, 'not-collected')
  const save = () => run(() => bridge.invoke('diagnostics.save'), 'failed')

  return (
    <section className={section['section']} aria-busy={isBusy}>
      <h2>{t('advanced.diagnosticsTitle')}</h2>
      <p className={section['quiet']}>{t('advanced.diagnosticsText')}</p>
      {diagnostics !== null && (
        <div className={styles['files']}>
          {diagnostics.files.map(({ name, text }) => (
            <details key={name} className={styles['file']}>
              <summary className={styles['name']}>
                <bdi>{name}</bdi>
              </summary>
              {/* Long files scroll, by keyboard too. */}
              <pre className={styles['text']} dir="ltr" tabIndex={0} aria-label={name} role="region">
                {text.trim() === '' ? t('advanced.diagnosticsEmpty') : text}
              </pre>
            </details>
          ))}
        </div>
      )}
      <div className={section['row']}>
        {diagnostics === null ? (
          <Button isBusy={isBusy} onClick={() => void collect()}>
            {t('advanced.diagnosticsLook')}
          </Button>
        ) : (
          <>
            <Button look="primary" isBusy={isBusy} onClick={() => void save()}>
              {t('advanced.diagnosticsSave')}
            </Button>
            <Button isBusy={isBusy} onClick={() => void collect()}>
              {t('advanced.diagnosticsAgain')}
            </Button>
          </>
        )}
      </div>
      <div role="status" className={styles['status']}>{outcome === 'saved' && <Message kind="good">{t('advanced.diagnosticsSaved')}</Message>}</div>
      {outcome === 'failed' && <Message kind="problem">{t('advanced.diagnosticsNotSaved')}</Message>}
      {outcome === 'not-collected' && <Message kind="problem">{t('advanced.diagnosticsNotCollected')}</Message>}
    </section>
  )
}

import { useState } from 'react'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useAppState, useClient } from '../../../state/client'
import section from '../section.module.css'
import styles from './network-page.module.css'

/** Which servers get to see a certificate of the person's, and the way to choose anew. */
export function CertificatesSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const servers = useAppState((state) => state.network.certificatesFor)
  const [outcome, setOutcome] = useState<'forgotten' | 'failed' | null>(null)
  const forget = () =>
    bridge.invoke('network.forgetCertificates').then(
      () => setOutcome('forgotten'),
      () => setOutcome('failed'),
    )
  return (
    <section className={section['section']}>
      <h2>{t('network.certificates')}</h2>
      <p className={section['quiet']}>{t('network.certificatesText')}</p>
      {servers.length > 0 && (
        <>
          <ul className={styles['authorities']} aria-label={t('network.certificatesFor')}>
            {servers.map((server) => (
              <li key={server}>
                <bdi className={styles['name']}>{server}</bdi>
              </li>
            ))}
          </ul>
          <div className={section['row']}>
            <Button onClick={() => void forget()}>{t('network.certificatesForget')}</Button>
          </div>
        </>
      )}
      <div role="status" className={styles['status']}>
        {outcome === 'forgotten' && servers.length === 0 && <Message kind="good">{t('network.certificatesForgotten')}</Message>}
      </div>
      {outcome === 'failed' && <Message kind="problem">{t('settings.notSaved')}</Message>}
    </section>
  )
}

import { useState } from 'react'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { PageHeading } from '../../../shell/page-heading'
import { useClient } from '../../../state/client'
import section from '../section.module.css'
import { CrashReportsSection } from './crash-reports-section'
import { DiagnosticsSection } from './diagnostics-section'
import { GraphicsSection } from './graphics-section'
import { PolicySection } from './policy-section'
import { RegistrationSection } from './registration-section'

/** What most people never need: how Parley draws, where the log is, what diagnostics hold, and crash reports. */
export default function AdvancedPage() {
  const { t } = useWords()
  return (
    <div className={section['page']}>
      <PageHeading title={t('settings.advanced')} />
      <PolicySection />
      <GraphicsSection />
      <Logs />
      <DiagnosticsSection />
      <CrashReportsSection />
      <RegistrationSection />
    </div>
  )
}

function Logs() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [failed, setFailed] = useState(false)
  const show = () =>
    bridge.invoke('logs.show').then(
      () => setFailed(false),
      () => setFailed(true),
    )
  return (
    <section className={section['section']}>
      <h2>{t('advanced.logTitle')}</h2>
      <p className={section['quiet']}>{t('advanced.logText')}</p>
      <div className={section['row']}>
        <Button onClick={() => void show()}>{t('advanced.logAction')}</Button>
      </div>
      {failed && <Message kind="problem">{t('advanced.logFailed')}</Message>}
    </section>
  )
}

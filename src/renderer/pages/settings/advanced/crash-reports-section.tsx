import { useEffect, useState } from 'react'
import type { CrashReports } from '../../../../contract/diagnostics'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import section from '../section.module.css'

/** How many crash reports there are, and a way to be rid of them. */
export function CrashReportsSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [reports, setReports] = useState<CrashReports | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    bridge.invoke('crashReports.get').then(setReports, () => setFailed(true))
  }, [bridge])
  const remove = () =>
    bridge.invoke('crashReports.remove').then(
      (left) => {
        setReports(left)
        setFailed(false)
      },
      () => setFailed(true),
    )

  return (
    <section className={section['section']}>
      <h2>{t('advanced.crashTitle')}</h2>
      <p className={section['quiet']}>{t('advanced.crashText')}</p>
      {reports !== null && (
        <div className={section['row']}>
          <span role="status">
            {reports.count === 0
              ? t('advanced.crashNone')
              : t('advanced.crashCount', { count: reports.count, size: Math.ceil(reports.size / 1024) })}
          </span>
          {reports.count > 0 && <Button onClick={() => void remove()}>{t('advanced.crashRemove')}</Button>}
        </div>
      )}
      {failed && <Message kind="problem">{t('advanced.crashFailed')}</Message>}
    </section>
  )
}

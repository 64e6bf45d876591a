import { useEffect, useState } from 'react'
import type { CrashReports } from '../../../../contract/diagnostics'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useAppState, useClient, useManaged } from '../../../state/client'
import { ManagedHint } from '../managed-hint'
import section from '../section.module.css'
import { Setting } from '../setting'

/** How many crash reports there are, where they are and go, and a way to be rid of them. */
export function CrashReportsSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [reports, setReports] = useState<CrashReports | null>(null)
  const [failed, setFailed] = useState(false)
  const isManaged = useManaged('advanced.crashReportsTo')
  const address = useAppState((state) => state.settings.advanced.crashReportsTo)

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

  const word = !isManaged || address === '' ? 'crashText' : reports?.isSending === false ? 'crashSentLater' : 'crashSent'
  return (
    <Setting name="advanced.crashReportsTo">
      <section className={section['section']}>
        <h2>{t('advanced.crashTitle')}</h2>
        <p className={section['quiet']}>{t(`advanced.${word}`, { address })}</p>
        {isManaged && <ManagedHint />}
        {reports !== null && <p className={section['quiet']}>{t('advanced.crashFolder', { folder: reports.folder })}</p>}
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
    </Setting>
  )
}

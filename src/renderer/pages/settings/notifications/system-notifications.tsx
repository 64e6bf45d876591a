import { useEffect, useState } from 'react'
import type { NotificationStatus, NotificationTrial } from '../../../../contract/notifications'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import section from '../section.module.css'

/** Whether the system shows notifications at the moment, and one to try it with. */
export function SystemNotifications() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [status, setStatus] = useState<NotificationStatus | null>(null)
  const [trial, setTrial] = useState<NotificationTrial | null>(null)

  useEffect(() => {
    const ask = () => void bridge.invoke('notifications.status').then(setStatus, () => setStatus(null))
    ask()
    // It may have been changed in the system's settings meanwhile.
    return bridge.on('window.focused', ask)
  }, [bridge])
  const test = () => bridge.invoke('notifications.test').then(setTrial, () => setTrial('failed'))

  return (
    <section className={section['section']} data-setting="notifications.system">
      <h2>{t('notifications.system')}</h2>
      <p className={section['quiet']}>{t('notifications.systemText')}</p>
      {status?.doNotDisturb === 'on' && <Message kind="warning">{t('notifications.systemQuiet')}</Message>}
      <div className={section['row']}>
        <Button onClick={() => void test()}>{t('notifications.test')}</Button>
      </div>
      <div role="status">
        {trial === 'shown' && <Message kind="good">{t('notifications.testShown')}</Message>}
        {trial === 'quiet' && <Message kind="note">{t('notifications.testQuiet')}</Message>}
      </div>
      {trial === 'failed' && <Message kind="problem">{t('notifications.testFailed')}</Message>}
    </section>
  )
}

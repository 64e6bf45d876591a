import { useEffect, useState } from 'react'
import type { LinkStatus } from '../../../../contract/links'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords, type Word } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import section from '../section.module.css'

const statusWords: Readonly<Record<Exclude<LinkStatus, 'unknown'>, Word>> = { ours: 'links.ours', other: 'links.other', none: 'links.none' }

/** Which program of this computer opens meeting links, and the way to make it Parley; nothing where the system doesn't say. */
export function LinksSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [status, setStatus] = useState<LinkStatus>('unknown')
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    bridge.invoke('links.status').then(setStatus, () => {})
  }, [bridge])
  const take = () =>
    bridge.invoke('links.take').then(
      (next) => {
        setStatus(next)
        setFailed(next !== 'ours')
      },
      () => setFailed(true),
    )

  if (status === 'unknown') return null
  return (
    <section className={section['section']}>
      <h2>{t('links.title')}</h2>
      <div className={section['row']}>
        <span role="status" className={section['quiet']}>
          {t(statusWords[status])}
        </span>
        {status !== 'ours' && <Button onClick={() => void take()}>{t('links.take')}</Button>}
      </div>
      {failed && <Message kind="problem">{t('links.failed')}</Message>}
    </section>
  )
}

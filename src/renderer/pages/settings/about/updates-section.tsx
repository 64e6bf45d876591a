import type { Update, UpdateProblem, UpdatesState } from '../../../../contract/updates'
import { relativeTime } from '../../../../ui/dates'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords, type Word } from '../../../i18n/words'
import { useAppState, useClient, useManaged } from '../../../state/client'
import { useNow } from '../../../state/use-now'
import section from '../section.module.css'
import styles from './updates-section.module.css'

const problemWords: Readonly<Record<UpdateProblem, Word>> = {
  connection: 'updates.connection',
  server: 'updates.server',
  untrusted: 'updates.untrusted',
  disk: 'updates.disk',
  install: 'updates.install',
}

/** Bytes as people read them: megabytes with one decimal. */
const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

/** How far the update of Parley itself is, and what can be done about it. */
export function UpdatesSection() {
  const { t } = useWords()
  const updates = useAppState((state) => state.updates)
  const mode = useAppState((state) => state.settings.general.updates)
  const isForbidden = useManaged('general.updates') && mode === 'never'
  const { state } = updates.update
  return (
    <section className={section['section']}>
      <h2>{t('updates.title')}</h2>
      {isForbidden ? (
        <p className={section['quiet']}>{t('updates.managed')}</p>
      ) : (
        <>
          <Told updates={updates} isLookedFor={mode !== 'never'} />
          {updates.isHeld && (state === 'available' || state === 'ready') && <p className={section['quiet']}>{t('updates.held')}</p>}
          <Action updates={updates} />
        </>
      )}
    </section>
  )
}

function Told({ updates: { update, asksForPassword }, isLookedFor }: { updates: UpdatesState; isLookedFor: boolean }) {
  const { t } = useWords()
  if (update.state === 'failed') return <Message kind="problem">{t(problemWords[update.problem])}</Message>
  if (update.state === 'ready') {
    const { version } = update
    return <Message kind="good">{t(asksForPassword ? 'updates.readyPassword' : 'updates.ready', { version })}</Message>
  }
  return (
    <div role="status">
      <p className={update.state === 'available' ? undefined : section['quiet']}>
        <Words update={update} isLookedFor={isLookedFor} />
      </p>
      {update.state === 'downloading' && <Progress percent={update.percent} size={update.size} />}
    </div>
  )
}

function Words({ update, isLookedFor }: { update: Exclude<Update, { state: 'failed' | 'ready' }>; isLookedFor: boolean }) {
  const { t, language } = useWords()
  const now = useNow(30_000)
  switch (update.state) {
    case 'unsupported':
      return t('updates.unsupported')
    case 'none':
      if (update.checkedAt !== null) return t('updates.newest', { age: relativeTime(update.checkedAt, now, language) })
      return t(isLookedFor ? 'updates.none' : 'updates.never')
    case 'checking':
      return t('updates.checking')
    case 'available': {
      const { version, size } = update
      return size === null ? t('updates.available', { version }) : t('updates.availableSize', { version, size: megabytes(size) })
    }
    case 'downloading':
      return t('updates.downloading', { version: update.version })
  }
}

function Progress({ percent, size }: { percent: number; size: number | null }) {
  const { t } = useWords()
  return (
    <div className={styles['progress']}>
      <progress className={styles['bar']} max={100} value={percent} aria-label={t('updates.title')} />
      {/* Only the bar speaks: numbers that change each moment would never let anybody hear anything else. */}
      {size !== null && (
        <span className={section['small']} aria-hidden>
          {t('updates.progress', { done: megabytes((size * percent) / 100), size: megabytes(size) })}
        </span>
      )}
    </div>
  )
}

function Action({ updates: { update, isHeld } }: { updates: UpdatesState }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const ask = (name: 'updates.check' | 'updates.download' | 'updates.restart') => void bridge.invoke(name).catch(() => {})
  switch (update.state) {
    case 'unsupported':
    case 'downloading':
      return null
    case 'available':
      return <Row label={t('updates.download')} look="primary" disabled={isHeld} onClick={() => ask('updates.download')} />
    case 'ready':
      return <Row label={t('updates.restart')} look="primary" disabled={isHeld} onClick={() => ask('updates.restart')} />
    case 'failed':
      return <Row label={t('page.tryAgain')} onClick={() => ask(update.during === 'download' ? 'updates.download' : 'updates.check')} />
    case 'none':
    case 'checking':
      return <Row label={t('updates.check')} isBusy={update.state === 'checking'} onClick={() => ask('updates.check')} />
  }
}

interface RowProps {
  label: string
  look?: 'primary' | 'plain'
  disabled?: boolean
  isBusy?: boolean
  onClick: () => void
}

function Row({ label, ...rest }: RowProps) {
  return (
    <div className={section['row']}>
      <Button {...rest}>{label}</Button>
    </div>
  )
}

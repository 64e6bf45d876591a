import { useEffect, useRef } from 'react'
import { Button } from '../../../controls/button'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import { useNow } from '../../../state/use-now'
import section from '../section.module.css'
import { Setting } from '../setting'
import { regionOf } from '../../../../ui/region'
import { inAnHour, tomorrowMorning } from './pauses'

interface PauseSettingProps {
  /** Milliseconds since the epoch, or null. */
  pausedUntil: number | null
  onChange: (pausedUntil: number | null) => void
}

/** *Not now*: no notification for a while. */
export function PauseSetting({ pausedUntil, onChange }: PauseSettingProps) {
  const { t, language } = useWords()
  const { now } = useClient()
  const time = useNow(15_000)
  const isPaused = pausedUntil !== null && pausedUntil > time
  const first = useRef<HTMLButtonElement>(null)
  const before = useRef(isPaused)
  useEffect(() => {
    // The button that was pressed has gone: the focus is on what stands in its place.
    if (before.current !== isPaused && document.activeElement === document.body) first.current?.focus()
    before.current = isPaused
  }, [isPaused])
  const moment = new Intl.DateTimeFormat(regionOf(language), { weekday: 'long', hour: 'numeric', minute: 'numeric' })
  return (
    <Setting name="notifications.pausedUntil">
      <h2>{t('notifications.pause')}</h2>
      <p role="status" className={section['quiet']}>
        {isPaused ? t('notifications.pausedUntil', { time: moment.format(pausedUntil) }) : t('notifications.pauseHint')}
      </p>
      <div className={section['row']}>
        {isPaused ? (
          <Button key="resume" ref={first} onClick={() => onChange(null)}>{t('notifications.resume')}</Button>
        ) : (
          <>
            <Button ref={first} onClick={() => onChange(inAnHour(now()))}>{t('notifications.pauseHour')}</Button>
            <Button onClick={() => onChange(tomorrowMorning(now()))}>{t('notifications.pauseTomorrow')}</Button>
          </>
        )}
      </div>
    </Setting>
  )
}

import { IconArrowsMaximize, IconPhoneOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/words'
import { CameraPreview } from '../../media/camera-preview'
import type { Capture } from '../../media/use-capture'
import { pageHref } from '../../shell/use-page'
import styles from './mini-meeting.module.css'
import { SwitchButtons } from './switch-buttons'

interface MiniMeetingProps {
  /** What the meeting is about, or its id. */
  name: string
  camera: Capture
  onRetryCamera: () => void
  /** Makes the window as it was. */
  onLeave: () => void
}

/** A meeting in the small window: the picture, and what one needs at once. */
export function MiniMeeting({ name, camera, onRetryCamera, onLeave }: MiniMeetingProps) {
  const { t } = useWords()
  const full = useRef<HTMLButtonElement>(null)
  useEffect(() => full.current?.focus(), [])
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLeave()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [onLeave])
  return (
    <div className={styles['mini']}>
      <CameraPreview camera={camera} onRetry={onRetryCamera} fills />
      <div className={styles['bar']}>
        <h1 className={styles['name']} title={name}>
          {name}
        </h1>
        <SwitchButtons isSmall />
        <a className={`${styles['round']} ${styles['leave']}`} href={pageHref('home')} aria-label={t('shortcuts.leaveMeeting')} title={t('shortcuts.leaveMeeting')}>
          <IconPhoneOff size={20} stroke={1.75} aria-hidden />
        </a>
        <button ref={full} type="button" className={styles['round']} aria-label={t('join.full')} title={t('join.full')} onClick={onLeave}>
          <IconArrowsMaximize size={20} stroke={1.75} aria-hidden />
        </button>
      </div>
    </div>
  )
}

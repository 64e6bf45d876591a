import { IconVideoOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { TryAgainButton } from '../controls/try-again'
import { useWords } from '../i18n/words'
import styles from './camera-preview.module.css'
import { mediaProblemWords } from './media-words'
import type { Capture } from './use-capture'
import { useDeviceProblem } from './use-device-problem'

interface CameraPreviewProps {
  camera: Capture
  /** Tries a camera again that failed. */
  onRetry: () => void
  /** Takes all the room that there is, rather than a shape of its own. */
  fills?: boolean
}

/** What the camera sees, as in a mirror, or why it sees nothing. */
export function CameraPreview({ camera, onRetry, fills = false }: CameraPreviewProps) {
  const { t } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const problem = useDeviceProblem(camera)
  const stream = camera.state === 'on' ? camera.stream : null

  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream])

  return (
    <div className={fills ? `${styles['preview']} ${styles['fills']}` : styles['preview']}>
      {stream !== null && (
        <video ref={video} className={styles['video']} aria-label={t('media.preview')} autoPlay muted playsInline />
      )}
      {camera.state === 'opening' && problem === null && <p className={styles['opening']}>{t('media.opening')}</p>}
      {camera.state === 'off' && (
        <p className={styles['words']}>
          <IconVideoOff size={32} stroke={1.5} aria-hidden />
          {t('media.cameraOff')}
        </p>
      )}
      {problem !== null && (
        <div className={styles['words']}>
          <IconVideoOff size={32} stroke={1.5} aria-hidden />
          <p role="alert">{t(mediaProblemWords.camera[problem])}</p>
          <TryAgainButton isTrying={camera.state === 'opening'} onClick={onRetry} />
        </div>
      )}
    </div>
  )
}

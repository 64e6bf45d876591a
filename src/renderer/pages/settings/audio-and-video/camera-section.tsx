import { useState } from 'react'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { CameraPreview } from '../../../media/camera-preview'
import { DeviceChoice } from '../../../media/device-choice'
import type { Devices } from '../../../media/devices'
import { useCapture } from '../../../media/use-capture'
import { useChosenDevice } from '../../../media/use-chosen-device'
import styles from './device-section.module.css'

/** The camera, and what it sees. */
export function CameraSection({ devices }: { devices: Devices | null }) {
  const { t } = useWords()
  const setting = useChosenDevice('camera', devices)
  const [isTried, setTried] = useState(false)
  const [camera, retry] = useCapture('camera', setting.id, isTried)
  const isMissing = devices !== null && devices.cameras.length === 0 && setting.chosen === null
  return (
    <section className={styles['section']} data-setting="devices.camera">
      <DeviceChoice setting={setting} />
      {!isTried && isMissing && <Message kind="note">{t('media.cameraNoneHere')}</Message>}
      {!isTried && !setting.isConnected && <Message kind="warning">{t('media.cameraGone')}</Message>}
      {isTried && (
        <div className={styles['wide']}>
          <CameraPreview camera={camera} onRetry={retry} />
        </div>
      )}
      <Button onClick={() => setTried(!isTried)}>{t(isTried ? 'audioAndVideo.stopCamera' : 'audioAndVideo.tryCamera')}</Button>
    </section>
  )
}

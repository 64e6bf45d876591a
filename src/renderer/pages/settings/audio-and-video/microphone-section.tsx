import { useState } from 'react'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { TryAgainButton } from '../../../controls/try-again'
import { useWords } from '../../../i18n/words'
import { DeviceChoice } from '../../../media/device-choice'
import type { Devices } from '../../../media/devices'
import { LevelMeter } from '../../../media/level-meter'
import { mediaProblemWords } from '../../../media/media-words'
import { useCapture } from '../../../media/use-capture'
import { useChosenDevice } from '../../../media/use-chosen-device'
import { useDeviceProblem } from '../../../media/use-device-problem'
import styles from './device-section.module.css'

/** The microphone, and how loud it hears. */
export function MicrophoneSection({ devices }: { devices: Devices | null }) {
  const { t } = useWords()
  const setting = useChosenDevice('microphone', devices)
  const [isTried, setTried] = useState(false)
  const [microphone, retry] = useCapture('microphone', setting.id, isTried)
  const problem = useDeviceProblem(microphone)
  const isMissing = devices !== null && devices.microphones.length === 0 && setting.chosen === null
  return (
    <section className={styles['section']} data-setting="devices.microphone">
      <DeviceChoice setting={setting} />
      {!isTried && isMissing && <Message kind="note">{t('media.microphoneNoneHere')}</Message>}
      {!isTried && !setting.isConnected && <Message kind="warning">{t('media.microphoneGone')}</Message>}
      <div className={styles['trial']}>
        <Button onClick={() => setTried(!isTried)}>{t(isTried ? 'audioAndVideo.stopMicrophone' : 'audioAndVideo.tryMicrophone')}</Button>
        <LevelMeter stream={microphone.state === 'on' ? microphone.stream : null} label={t('media.level')} />
      </div>
      {problem !== null ? (
        <Message kind="problem" actions={<TryAgainButton isTrying={microphone.state === 'opening'} onClick={retry} />}>
          {t(mediaProblemWords.microphone[problem])}
        </Message>
      ) : (
        <p role="status" className={styles['status']}>
          {microphone.state === 'on' && t('audioAndVideo.speak')}
        </p>
      )}
    </section>
  )
}

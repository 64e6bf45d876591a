import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { DeviceChoice } from '../../../media/device-choice'
import type { Devices } from '../../../media/devices'
import { mediaProblem } from '../../../media/media-problem'
import { playTestSound } from '../../../media/test-sound'
import { useChosenDevice } from '../../../media/use-chosen-device'
import styles from './device-section.module.css'

type Trial = 'none' | 'playing' | 'played' | 'gone' | 'failed'

/** The loudspeaker, and a sound to hear whether it is the right one. */
export function SpeakerSection({ devices }: { devices: Devices | null }) {
  const { t } = useWords()
  const setting = useChosenDevice('speaker', devices)
  const [trial, setTrial] = useState<Trial>('none')
  const ending = useRef<AbortController>(null)
  const isMissing = devices !== null && devices.speakers.length === 0 && setting.chosen === null
  useEffect(() => () => ending.current?.abort(), [])

  async function play() {
    const mine = new AbortController()
    ending.current = mine
    setTrial('playing')
    try {
      await playTestSound(setting.id, mine.signal)
      setTrial('played')
    } catch (error) {
      setTrial(mediaProblem(error, setting.chosen !== null) === 'gone' ? 'gone' : 'failed')
    }
  }

  return (
    <section className={styles['section']} data-setting="devices.speaker">
      <DeviceChoice setting={setting} />
      {isMissing && <Message kind="note">{t('media.speakerNone')}</Message>}
      {(!setting.isConnected || trial === 'gone') && <Message kind="warning">{t('media.speakerGone')}</Message>}
      {trial === 'failed' && <Message kind="problem">{t('media.speakerOther')}</Message>}
      <Button isBusy={trial === 'playing'} onClick={() => void play()}>
        {t('audioAndVideo.playSound')}
      </Button>
      <p role="status" className={styles['status']}>
        {trial === 'playing' && t('audioAndVideo.playing')}
        {trial === 'played' && t('audioAndVideo.played')}
      </p>
    </section>
  )
}

import { useDevices } from '../../../media/use-devices'
import { useWords } from '../../../i18n/words'
import { PageHeading } from '../../../shell/page-heading'
import section from '../section.module.css'
import { CameraSection } from './camera-section'
import { MicrophoneSection } from './microphone-section'
import { SpeakerSection } from './speaker-section'

/** The devices for meetings, and a trial of each. No device is used before a person says so. */
export default function AudioAndVideoPage() {
  const { t } = useWords()
  const devices = useDevices()
  return (
    <div className={section['page']}>
      <PageHeading title={t('settings.audioAndVideo')} />
      <p className={section['quiet']}>{t('audioAndVideo.lead')}</p>
      <CameraSection devices={devices} />
      <MicrophoneSection devices={devices} />
      <SpeakerSection devices={devices} />
    </div>
  )
}

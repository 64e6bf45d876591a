import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react'
import { useWords } from '../../i18n/words'
import { useClient, useSwitches } from '../../state/client'
import { MuteButton } from './mute-button'

/** The microphone's and the camera's switches. */
export function SwitchButtons({ isSmall = false }: { isSmall?: boolean }) {
  const { t } = useWords()
  const { setMicrophone, setCamera } = useClient().switches.getState()
  const isMicrophoneOn = useSwitches((state) => state.isMicrophoneOn)
  const isCameraOn = useSwitches((state) => state.isCameraOn)
  return (
    <>
      <MuteButton isOn={isMicrophoneOn} onChange={setMicrophone} label={t('join.microphone')} On={IconMicrophone} Off={IconMicrophoneOff} isSmall={isSmall} />
      <MuteButton isOn={isCameraOn} onChange={setCamera} label={t('join.camera')} On={IconVideo} Off={IconVideoOff} isSmall={isSmall} />
    </>
  )
}

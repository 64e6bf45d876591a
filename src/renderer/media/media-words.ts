import type { Word } from '../i18n/words'
import type { MediaProblem } from './media-problem'

/** The words for each way in which a device fails. */
export const mediaProblemWords: Readonly<Record<'camera' | 'microphone', Record<MediaProblem, Word>>> = {
  camera: {
    denied: 'media.cameraDenied',
    none: 'media.cameraNone',
    'in-use': 'media.cameraInUse',
    gone: 'media.cameraGone',
    other: 'media.cameraOther',
  },
  microphone: {
    denied: 'media.microphoneDenied',
    none: 'media.microphoneNone',
    'in-use': 'media.microphoneInUse',
    gone: 'media.microphoneGone',
    other: 'media.microphoneOther',
  },
}

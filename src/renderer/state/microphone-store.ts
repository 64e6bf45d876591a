import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../contract/channels'
import type { MicrophoneUse } from '../../contract/microphone'

/** The microphone's and the camera's switches: one place, whatever switches them. */
export interface SwitchesState {
  readonly isMicrophoneOn: boolean
  readonly isCameraOn: boolean
  /** Whether a page uses the microphone now. */
  readonly isInUse: boolean
}

interface Actions {
  setMicrophone(isOn: boolean): void
  toggleMicrophone(): void
  setCamera(isOn: boolean): void
  toggleCamera(): void
  /** The key that is held to speak: what it opens, it closes again, and nothing more. */
  talk(isTalking: boolean): void
  /** A page uses the microphone from now on; gives the function that ends it. */
  use(): () => void
}

export type SwitchesStore = StoreApi<SwitchesState & Actions>

/** Makes the store. Main hears of each change, for the tray and the keys that work everywhere. */
export function createSwitchesStore(bridge: Pick<Bridge, 'invoke'>): SwitchesStore {
  let isOpenedByKey = false
  const store = createStore<SwitchesState & Actions>((set, get) => ({
    isMicrophoneOn: true,
    isCameraOn: true,
    isInUse: false,
    setMicrophone: (isMicrophoneOn) => {
      isOpenedByKey = false
      set({ isMicrophoneOn })
    },
    toggleMicrophone: () => get().setMicrophone(!get().isMicrophoneOn),
    setCamera: (isCameraOn) => set({ isCameraOn }),
    toggleCamera: () => set({ isCameraOn: !get().isCameraOn }),
    talk: (isTalking) => {
      if (isTalking && !get().isMicrophoneOn) {
        set({ isMicrophoneOn: true })
        isOpenedByKey = true
      } else if (!isTalking && isOpenedByKey) get().setMicrophone(false)
    },
    use: () => {
      set({ isInUse: true })
      return () => set({ isInUse: false })
    },
  }))
  let told: MicrophoneUse = 'unused'
  store.subscribe(({ isInUse, isMicrophoneOn }) => {
    const use = !isInUse ? 'unused' : isMicrophoneOn ? 'open' : 'muted'
    if (use === told) return
    told = use
    bridge.invoke('microphone.used', use).catch(() => undefined)
  })
  return store
}

/** A camera, microphone or loudspeaker. */
export interface Device {
  readonly id: string
  /** As the system names it; empty while it does not tell. */
  readonly label: string
}

export interface Devices {
  readonly cameras: readonly Device[]
  readonly microphones: readonly Device[]
  readonly speakers: readonly Device[]
}

/** Chromium lists the system's own choice once more under these ids; Parley offers it as no choice at all. */
const aliases: ReadonlySet<string> = new Set(['default', 'communications', ''])

/** The devices of each kind, as people choose among them. */
export function devicesOf(listed: readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[]): Devices {
  const of = (kind: MediaDeviceKind): Device[] =>
    listed
      .filter((device) => device.kind === kind && !aliases.has(device.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label: withoutHardwareId(label) }))
  return { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') }
}

/** Linux and Windows add a USB device's numbers to its name: `HD Webcam (046d:0825)`. */
function withoutHardwareId(label: string): string {
  return label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '')
}

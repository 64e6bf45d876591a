import { useId } from 'react'
import { Select } from '../controls/field'
import { useWords, type Word } from '../i18n/words'
import type { DeviceSetting } from './use-chosen-device'

const labels = { camera: 'media.camera', microphone: 'media.microphone', speaker: 'media.speaker' } as const satisfies Record<string, Word>

/** A choice among the devices of one kind. One that was chosen and is not plugged in stays in the list, marked as such. */
export function DeviceChoice({ setting }: { setting: DeviceSetting }) {
  const { t } = useWords()
  const field = useId()
  const { kind, devices, chosen, id, isConnected, failed, choose } = setting
  return (
    <Select
      id={field}
      label={t(labels[kind])}
      problem={failed ? t('settings.notSaved') : null}
      value={id ?? ''}
      onChange={(value) => choose(devices.find((device) => device.id === value) ?? null)}
    >
      <option value="">{t('media.systemChoice')}</option>
      {chosen !== null && !isConnected && <option value={chosen.id}>{t('media.notConnected', { name: chosen.label })}</option>}
      {devices.map((device, index) => (
        <option key={device.id} value={device.id}>
          {device.label === '' ? t('media.unnamed', { number: index + 1 }) : device.label}
        </option>
      ))}
    </Select>
  )
}

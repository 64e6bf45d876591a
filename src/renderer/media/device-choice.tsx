import { useId } from 'react'
import { Select } from '../controls/field'
import { useWords } from '../i18n/words'
import type { Device } from './devices'

interface DeviceChoiceProps {
  label: string
  devices: readonly Device[]
  /** The chosen device's id, or null for the system's own choice. */
  chosen: string | null
  onChoose: (id: string | null) => void
}

/** A choice among the devices of one kind. One that was chosen and is not plugged in stays in the list, marked as such. */
export function DeviceChoice({ label, devices, chosen, onChoose }: DeviceChoiceProps) {
  const { t } = useWords()
  const id = useId()
  const isMissing = chosen !== null && !devices.some((device) => device.id === chosen)
  return (
    <Select id={id} label={label} value={chosen ?? ''} onChange={(value) => onChoose(value === '' ? null : value)}>
      <option value="">{t('media.systemChoice')}</option>
      {isMissing && <option value={chosen}>{t('media.notConnected')}</option>}
      {devices.map((device, index) => (
        <option key={device.id} value={device.id}>
          {device.label === '' ? t('media.unnamed', { number: index + 1 }) : device.label}
        </option>
      ))}
    </Select>
  )
}

import type { ComponentType } from 'react'
import styles from './mute-button.module.css'

interface MuteButtonProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** What is switched: `Camera`. Whether it is on is told by the button's state. */
  label: string
  On: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
  Off: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
  /** Only the icon is seen, where there is little room. */
  isSmall?: boolean
}

/** Switches a device on and off. Off is seen by its shape as well as its colour. */
export function MuteButton({ isOn, onChange, label, On, Off, isSmall = false }: MuteButtonProps) {
  const Icon = isOn ? On : Off
  return (
    <button
      type="button"
      className={isSmall ? `${styles['mute']} ${styles['small']}` : styles['mute']}
      aria-label={label}
      aria-pressed={isOn}
      title={isSmall ? label : undefined}
      onClick={() => onChange(!isOn)}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      {!isSmall && label}
    </button>
  )
}

import { Input } from '@mantine/core'
import { useId } from 'react'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  /** Language of the label, where it is not the page's (BCP 47). */
  readonly lang?: string
  readonly disabled?: boolean
}

interface ChoiceFieldProps {
  label: string
  value: string
  options: readonly ChoiceOption[]
  onChoose: (value: string) => void
  hint?: string | null
  disabled?: boolean
  /** A dialog that opens gives it the focus. */
  isFirst?: boolean
  /** Of the element that lists the options. */
  className?: string
}

/** One of a few, in the system's own list. */
export function ChoiceField({ label, value, options, onChoose, hint = null, disabled = false, isFirst = false, className }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div>
      <Input.Label htmlFor={id}>{label}</Input.Label>
      <select
        id={id}
        className={className}
        data-autofocus={isFirst || undefined}
        value={value}
        disabled={disabled}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      {hint !== null && (
        <Input.Description id={`${id}-hint`} mt={4}>
          {hint}
        </Input.Description>
      )}
    </div>
  )
}

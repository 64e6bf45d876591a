import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './field.module.css'

interface FieldProps {
  label: string
  /** What helps to fill it in, or why it can't be. */
  hint?: ReactNode
  /** What is wrong with what was filled in. */
  problem?: string | null | undefined
}

interface FrameProps extends FieldProps {
  id: string
  children: ReactNode
}

function Frame({ id, label, hint, problem, children }: FrameProps) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {/* It is there before it is needed: only then does assistive technology read it as it comes. */}
      <p id={`${id}-problem`} className={styles['problem']} role="alert">
        {problem}
      </p>
    </div>
  )
}

function described(id: string, { hint, problem }: FieldProps) {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(hasText(problem) ? [`${id}-problem`] : [])]
  return { 'aria-describedby': ids.length === 0 ? undefined : ids.join(' '), 'aria-invalid': hasText(problem) || undefined }
}

function hasText(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text !== ''
}

interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'id' | 'onChange' | 'className'> {
  value: string
  onChange: (value: string) => void
}

/** A line to type into, with its label, hint and what is wrong with it. */
export function TextField({ label, hint, problem, onChange, ...rest }: TextFieldProps) {
  const id = useId()
  const field = { label, hint, problem }
  return (
    <Frame id={id} {...field}>
      <input
        id={id}
        className={styles['control']}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, field)}
        {...rest}
      />
    </Frame>
  )
}

interface SelectProps extends FieldProps {
  id: string
  value: string
  disabled?: boolean
  onChange: (value: string) => void
  /** Its `<option>`s. */
  children: ReactNode
}

/** A choice of one among several, as the system shows it. */
export function Select({ id, value, disabled = false, onChange, children, ...field }: SelectProps) {
  return (
    <Frame id={id} {...field}>
      <select
        id={id}
        className={`${styles['control'] ?? ''} ${styles['select'] ?? ''}`}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, field)}
      >
        {children}
      </select>
    </Frame>
  )
}

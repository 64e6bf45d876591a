import { TextInput } from '@mantine/core'
import type { Ref } from 'react'

interface EmailFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with it, or null. */
  error?: string | null
  readOnly?: boolean
  ref?: Ref<HTMLInputElement>
}

/** The e-mail that one signs in with, as password stores know it. */
export function EmailField({ onChange, ...props }: EmailFieldProps) {
  return (
    <TextInput
      {...props}
      name="username"
      type="email"
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={100}
    />
  )
}

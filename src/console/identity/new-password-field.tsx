import { PasswordField } from './password-field'
import { PasswordHintText } from './password-hint-text'

interface NewPasswordFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with it, or null. */
  error: string | null
}

/** A password that somebody thinks up, with what makes it a good one. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  return <PasswordField {...props} autoComplete="new-password" hint={<PasswordHintText password={props.value} />} />
}

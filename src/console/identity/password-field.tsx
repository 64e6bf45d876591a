import { PasswordInput, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { useWords } from '../i18n/words'

interface PasswordFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
  error: string | null
  hint?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** A password, which can be shown, with a word about Caps Lock. */
export function PasswordField({ label, value, onChange, autoComplete, error, hint, ref }: PasswordFieldProps) {
  const { t } = useWords()
  const [isShown, setIsShown] = useState(false)
  const [hasCapsLock, setHasCapsLock] = useState(false)
  const watchCapsLock = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState('CapsLock'))

  return (
    <div>
      <PasswordInput
        ref={ref}
        name="password"
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onBlur={() => setHasCapsLock(false)}
        autoComplete={autoComplete}
        maxLength={128}
        error={error}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        visible={isShown}
        onVisibilityChange={setIsShown}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': t(isShown ? 'signIn.hidePassword' : 'signIn.showPassword') }}
      />
      <div role="status">
        {hasCapsLock && (
          <Text size="xs" c="dimmed" mt={4}>
            {t('signIn.capsLock')}
          </Text>
        )}
      </div>
    </div>
  )
}

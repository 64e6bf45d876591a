import { Button, Group } from '@mantine/core'
import { useWords } from '../i18n/words'

/** The red of what can't be taken back, with enough contrast for white letters on it (WCAG 2.2, 1.4.3). */
export const destructive = 'red.9'

interface FormEndProps {
  /** What the button that sends the form says. */
  submit: string
  isSending: boolean
  /** The form can't be sent as it is. */
  isOff?: boolean
  /** What it does can't be taken back. */
  isDestructive?: boolean
  onCancel: () => void
}

/** The end of a form: the button that sends it, and the way out. */
export function FormEnd({ submit, isSending, isOff = false, isDestructive = false, onCancel }: FormEndProps) {
  const { t } = useWords()
  return (
    <Group gap="xs" className="form-end">
      <Button type="submit" disabled={isOff} loading={isSending} {...(isDestructive ? { color: destructive } : {})}>
        {submit}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </Group>
  )
}

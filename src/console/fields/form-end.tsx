import { Button, Group, Text } from '@mantine/core'
import { useId, type ReactNode } from 'react'
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
  return (
    <EndButtons onCancel={onCancel}>
      <Button type="submit" disabled={isOff} loading={isSending} {...(isDestructive ? { color: destructive } : {})}>
        {submit}
      </Button>
    </EndButtons>
  )
}

function EndButtons({ children, onCancel }: { children: ReactNode; onCancel: () => void }) {
  const { t } = useWords()
  return (
    <Group gap="xs" className="form-end">
      {children}
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </Group>
  )
}

interface TypedEndProps {
  submit: string
  isSending: boolean
  /** What was typed is what had to be. */
  isSame: boolean
  onCancel: () => void
}

/**
 * The end of a form that deletes what somebody has to name before. Until then the button is off and says why; it keeps its place among what
 * the keyboard reaches, so that its reason is read there, and it is told when it goes on.
 */
export function TypedEnd({ submit, isSending, isSame, onCancel }: TypedEndProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <>
      <Text role="status" size="xs" c="dimmed" id={id}>
        {t(isSame ? 'typed.on' : 'typed.off')}
      </Text>
      <EndButtons onCancel={onCancel}>
        <Button
          type="submit"
          color={destructive}
          loading={isSending}
          {...(isSame ? {} : { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': id })}
        >
          {submit}
        </Button>
      </EndButtons>
    </>
  )
}

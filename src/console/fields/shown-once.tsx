import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../i18n/words'

interface ShownOnceProps {
  /** What it is, and for whom. */
  text: string
  label: string
  hint?: string
  value: string
  copyLabel: string
  /** How the value is set. */
  inputClass?: string
  /** What the button says that leads on. */
  doneLabel?: string
  onClose: () => void
}

/** What is shown this once, such as a secret, to be copied. */
export function ShownOnce({ text, label, hint, value, copyLabel, inputClass = '', doneLabel, onClose }: ShownOnceProps) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  return (
    <Stack gap="md">
      <Text>{text}</Text>
      <TextInput
        label={label}
        description={hint}
        value={value}
        readOnly
        dir="ltr"
        classNames={{ input: inputClass }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs">
        <Button
          data-autofocus
          leftSection={outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          {copyLabel}
        </Button>
        <Button variant="default" onClick={onClose}>
          {doneLabel ?? t('scriptTokens.made.done')}
        </Button>
        <Text role="status" size="xs">
          {outcome === null ? '' : t(`scriptTokens.made.${outcome}`)}
        </Text>
      </Group>
    </Stack>
  )
}

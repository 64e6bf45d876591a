import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScriptTokenMade } from '../api/script-tokens-api'
import { useWords } from '../i18n/words'

/** The one time that a token is shown. */
export function TokenMade({ made, onClose }: { made: ScriptTokenMade; onClose: () => void }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = () =>
    void navigator.clipboard.writeText(made.token).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  return (
    <Stack gap="md">
      <Text>{t('scriptTokens.made.text', { name: made.made.name })}</Text>
      <TextInput
        label={t('scriptTokens.made.token')}
        value={made.token}
        readOnly
        dir="ltr"
        classNames={{ input: 'script-token-text' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs">
        <Button
          data-autofocus
          leftSection={outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          {t('scriptTokens.made.copy')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('scriptTokens.made.done')}
        </Button>
        <Text role="status" size="xs">
          {outcome === null ? '' : t(`scriptTokens.made.${outcome}`)}
        </Text>
      </Group>
    </Stack>
  )
}

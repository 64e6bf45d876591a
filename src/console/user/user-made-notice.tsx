import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { UserMade } from '../../contract/console-users'
import { useWords } from '../i18n/words'

/** The link by which a new user chooses a password, where nobody mails it. */
export function UserMadeNotice({ made, onClose }: { made: UserMade; onClose: () => void }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = () =>
    void navigator.clipboard.writeText(made.link).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  return (
    <Stack gap="md">
      <Text>{t('createUser.madeText', { name: made.user.name })}</Text>
      <TextInput
        label={t('userPage.signIn.link')}
        description={t('createUser.linkHint')}
        value={made.link}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs">
        <Button
          data-autofocus
          leftSection={outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          {t('invitations.copy')}
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

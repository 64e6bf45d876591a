import { Button, Group } from '@mantine/core'
import { IconUsersPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'

/** Below the one user of a new company: how the others come here. */
export function AloneNotice() {
  const { t } = useWords()
  return (
    <EmptyNotice
      icon={<IconUsersPlus size={40} />}
      title={t('users.alone.title')}
      text={t('users.alone.text')}
      action={
        <Group gap="xs" justify="center">
          <Button component={Link} href={paths.invitations}>
            {t('invitations.invite.title')}
          </Button>
          <Button component={Link} href={paths.licences} variant="default">
            {t('users.alone.licences')}
          </Button>
        </Group>
      }
    />
  )
}

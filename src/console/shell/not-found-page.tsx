import { Button, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useWords } from '../i18n/words'
import { IdentityFrame } from '../identity/identity-frame'
import { paths } from '../routes/paths'
import { PageHeading } from './page-heading'

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  const { t } = useWords()
  return (
    <IdentityFrame>
      <PageHeading>{t('notFound.title')}</PageHeading>
      <Text>{t('notFound.text')}</Text>
      <Button component={Link} href={paths.users} fullWidth>
        {t('notFound.goToUsers')}
      </Button>
    </IdentityFrame>
  )
}

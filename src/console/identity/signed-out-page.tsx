import { Button, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { PageHeading } from '../shell/page-heading'
import { IdentityFrame } from './identity-frame'

/** The end of a session in this browser. */
export function SignedOutPage() {
  const { t } = useWords()
  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('signedOut.title')}>{t('signedOut.title')}</PageHeading>
      <Text>{t('signedOut.text')}</Text>
      <Button component={Link} href={paths.signIn} variant="default" fullWidth>
        {t('signedOut.signIn')}
      </Button>
    </IdentityFrame>
  )
}

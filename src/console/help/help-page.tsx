import './help.css'
import { Button, List, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { IdentityFrame } from '../identity/identity-frame'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { PageHeading } from '../shell/page-heading'

/** Where user management went, how one gets there, and which licences include it; for everyone, signed in or not. */
export function HelpPage() {
  const { t } = useWords()
  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('help.title')}>{t('help.title')}</PageHeading>
      <Text>{t('help.introduction')}</Text>
      <Title order={2} className="help-heading">
        {t('help.way.title')}
      </Title>
      <List type="ordered">
        <List.Item>{t('help.way.signIn')}</List.Item>
        <List.Item>{t('help.way.settings')}</List.Item>
        <List.Item>{t('help.way.open')}</List.Item>
      </List>
      <Text>{t('help.way.credentials')}</Text>
      <Title order={2} className="help-heading" id="licences">
        {t('help.licences.title')}
      </Title>
      <Text>{t('help.licences.text')}</Text>
      <Title order={2} className="help-heading">
        {t('help.roles.title')}
      </Title>
      <Text>{t('help.roles.text')}</Text>
      <Button component={Link} href={paths.users} fullWidth>
        {t('help.open')}
      </Button>
    </IdentityFrame>
  )
}

import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { setupQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { readSignInRequest } from '../routes/sign-in-request'
import { PageHeading } from '../shell/page-heading'
import { CreateCompanyForm } from './create-company-form'
import { IdentityFrame } from './identity-frame'

/** First run: the company, and its first administrator. */
export function CreateCompanyPage() {
  const { t } = useWords()
  const { email } = readSignInRequest(useSearch(), window.location.origin)
  const setup = useQuery(setupQuery)
  // The query goes along as it came, because the desktop app may wait for the sign-in.
  const signInPath = `${paths.signIn}${window.location.search}`

  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('createCompany.title')}>{t('createCompany.title')}</PageHeading>
      {setup.data?.needsCompany === false ? (
        <Text>{t('createCompany.problems.company-exists')}</Text>
      ) : (
        <>
          <Text c="dimmed">{t('createCompany.introduction')}</Text>
          <CreateCompanyForm email={email} />
        </>
      )}
      {setup.data?.needsCompany === false && (
        <Anchor component={Link} href={signInPath}>
          {t('createCompany.signInInstead')}
        </Anchor>
      )}
    </IdentityFrame>
  )
}

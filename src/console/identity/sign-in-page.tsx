import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Redirect, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { z } from 'zod'
import { meQuery, setupQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { readSignInRequest } from '../routes/sign-in-request'
import { PageHeading } from '../shell/page-heading'
import { IdentityFrame } from './identity-frame'
import { SignInForm } from './sign-in-form'

const sessionEndedSchema = z.object({ sessionEnded: z.literal(true) })

/** Where people prove who they are, for the console and for the desktop app. */
export function SignInPage() {
  const { t } = useWords()
  const search = useSearch()
  const request = readSignInRequest(search, window.location.origin)
  const hasEnded = sessionEndedSchema.safeParse(useHistoryState()).success
  const setup = useQuery(setupQuery)
  // Whoever is signed in already needs no form; the desktop app decides for itself.
  const me = useQuery({ ...meQuery, enabled: request.from === 'nowhere', retry: false })

  // The first thing to do on a new workspace; the query goes along as it came, because the desktop app may wait.
  if (setup.data?.needsCompany === true) return <Redirect to={`${paths.createCompany}${window.location.search}`} replace />
  if (me.data !== undefined && request.from === 'nowhere') return <Redirect to={request.next} replace />

  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('signIn.title')}>{t('signIn.title')}</PageHeading>
      {request.from === 'broken-link' && <Text>{t('signIn.brokenLink')}</Text>}
      {hasEnded && <Text>{t('signIn.sessionEnded')}</Text>}
      {/* Nobody types into a form that another page is about to replace. */}
      <SignInForm request={request} isReady={!setup.isPending} />
    </IdentityFrame>
  )
}

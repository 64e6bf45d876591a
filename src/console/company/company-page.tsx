import '../own-account/own-account.css'
import './company.css'
import { Anchor, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'wouter'
import { companyQuery } from '../api/company-api'
import { isRefusal } from '../api/failure'
import { EventsRetentionChoice } from '../events/events-retention-choice'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { CompanyForm } from './company-form'
import { CompanyPicture } from './company-picture'
import { DeleteCompany } from './delete-company'
import { WorkspacePlace } from './workspace-place'

/** The company itself: name, picture, language, how long its log is kept, where it is, and its end. */
export function CompanyPage() {
  const { t } = useWords()
  const id = useId()
  const company = useQuery(companyQuery)
  return (
    <div className="own-account">
      <PageHeading>{t('company.title')}</PageHeading>
      {company.data !== undefined ? (
        <>
          <section className="part" aria-labelledby={`${id}-profile`}>
            <h2 id={`${id}-profile`}>{t('company.profile')}</h2>
            <CompanyPicture picture={company.data.picture} />
            <CompanyForm key={`${company.data.name} ${company.data.language}`} company={company.data} />
          </section>
          <section className="part" aria-labelledby={`${id}-log`}>
            <h2 id={`${id}-log`}>{t('events.title')}</h2>
            <Text>{t('company.log')}</Text>
            <EventsRetentionChoice />
            <Anchor component={Link} href={paths.events} className="part-action">
              {t('company.openLog')}
            </Anchor>
          </section>
          <WorkspacePlace />
          <DeleteCompany company={company.data} />
        </>
      ) : company.isError ? (
        !isRefusal(company.error, 'not-signed-in') && (
          <FailureNotice error={company.error} isRetrying={company.isFetching} onRetry={() => void company.refetch()} />
        )
      ) : (
        <div role="status" aria-label={t('company.loading')} className="own-account">
          {[320, 160, 160, 160].map((height, part) => (
            <Skeleton key={part} height={height} />
          ))}
        </div>
      )}
    </div>
  )
}

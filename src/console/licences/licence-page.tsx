import './licences.css'
import { Anchor, Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowLeft, IconLicense } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Licence } from '../../contract/licence'
import { isoDate } from '../../ui/licence-state'
import { isRefusal } from '../api/failure'
import { licencesQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { AssignButton } from './assign-button'
import { AssignDialog } from './assign-dialog'
import { Holders } from './holders'
import { LicenceBadge, LicenceFacts } from './licence-facts'

/** One licence: how it stands, and who has it. */
export function LicencePage({ id }: { id: string }) {
  const { t } = useWords()
  const licences = useQuery(licencesQuery)
  const licence = licences.data?.find((each) => each.id === id)
  const today = isoDate(new Date(licences.dataUpdatedAt))
  const [assigning, setAssigning] = useState<Licence | null>(null)
  return (
    <div className="licence-page">
      <Anchor component={Link} href={paths.licences} className="back-link">
        <IconArrowLeft size={16} aria-hidden />
        {t('licences.back')}
      </Anchor>
      {licence !== undefined ? (
        <>
          <div className="licence-head">
            <PageHeading>{licence.name}</PageHeading>
            <LicenceBadge licence={licence} today={today} />
            <AssignButton licence={licence} today={today} onAssign={setAssigning} />
          </div>
          <div className="licence-card">
            <LicenceFacts licence={licence} today={today} />
          </div>
          <Holders licence={licence} />
          <AssignDialog licence={assigning} onClose={() => setAssigning(null)} />
        </>
      ) : (
        <>
          <PageHeading>{t('licences.title')}</PageHeading>
          {licences.data !== undefined ? (
            <EmptyNotice
              icon={<IconLicense size={40} />}
              title={t('licences.gone.title')}
              text={t('licences.gone.text')}
              action={
                <Button component={Link} href={paths.licences}>
                  {t('licences.back')}
                </Button>
              }
            />
          ) : licences.isError ? (
            !isRefusal(licences.error, 'not-signed-in') && (
              <FailureNotice
                error={licences.error}
                isRetrying={licences.isFetching}
                onRetry={() => void licences.refetch()}
              />
            )
          ) : (
            <Skeleton height={168} role="status" aria-label={t('licences.loading')} />
          )}
        </>
      )}
    </div>
  )
}

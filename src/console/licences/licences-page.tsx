import './licences.css'
import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconLicense } from '@tabler/icons-react'
import { useState } from 'react'
import type { Licence } from '../../contract/licence'
import { licencesExportAddress } from '../api/bulk-api'
import { isRefusal } from '../api/failure'
import { isOnThisComputer } from '../api/on-this-computer'
import { licencesQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { useMe } from '../shell/session'
import { AssignDialog } from './assign-dialog'
import { LicenceCard } from './licence-card'
import { isoDate } from '../../ui/licence-state'

/** The licences that the company holds, with their seats. */
export function LicencesPage() {
  const { t } = useWords()
  const { account } = useMe()
  const licences = useQuery(licencesQuery)
  const [assigning, setAssigning] = useState<Licence | null>(null)
  const today = isoDate(new Date(licences.dataUpdatedAt))

  return (
    <div>
      <div className="licence-head">
        <PageHeading>{t('licences.title')}</PageHeading>
        {(licences.data?.length ?? 0) > 0 && (
          <Button component="a" variant="default" href={licencesExportAddress} download>
            {t('licences.export')}
          </Button>
        )}
      </div>
      <Text c="dimmed" mt="xs">
        {t(isOnThisComputer() ? 'licences.introduction-here' : 'licences.introduction')}
      </Text>
      {licences.data === undefined ? (
        licences.isError ? (
          !isRefusal(licences.error, 'not-signed-in') && (
            <FailureNotice
              error={licences.error}
              isRetrying={licences.isFetching}
              onRetry={() => void licences.refetch()}
            />
          )
        ) : (
          <div className="licences" role="status" aria-label={t('licences.loading')}>
            {[0, 1, 2, 3].map((card) => (
              <Skeleton key={card} height={168} />
            ))}
          </div>
        )
      ) : licences.data.length === 0 ? (
        <EmptyNotice
          icon={<IconLicense size={40} />}
          title={t('licences.empty.title')}
          text={t('licences.empty.text')}
        />
      ) : (
        <>
          <ul className="licences" aria-label={t('licences.list', { company: account.companyName })}>
          {licences.data.map((licence) => (
            <LicenceCard key={licence.id} licence={licence} today={today} onAssign={setAssigning} />
          ))}
          </ul>
          <AssignDialog licence={assigning} onClose={() => setAssigning(null)} />
        </>
      )}
    </div>
  )
}

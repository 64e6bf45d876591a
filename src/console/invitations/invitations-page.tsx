import './invitations.css'
import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload, IconMailPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { isRefusal } from '../api/failure'
import { invitationsExportAddress, invitationsQuery, requestsExportAddress } from '../api/invitations-api'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { CompanyLink } from './company-link'
import { InvitationRow } from './invitation-row'
import { InviteForm } from './invite-form'
import { RequestRow } from './request-row'

/** Inviting people, one by one or by a link of the company, and answering those who ask to join. */
export function InvitationsPage() {
  const { t } = useWords()
  const invitations = useQuery(invitationsQuery)
  const { data } = invitations
  const open = useRef<HTMLHeadingElement>(null)
  return (
    <div className="invitations">
      <PageHeading>{t('invitations.title')}</PageHeading>
      {data !== undefined ? (
        <>
          {data.requests.length > 0 && (
            <section className="part" aria-labelledby="invitations-requests">
              <div className="invitations-head">
                <h2 id="invitations-requests">{t('invitations.requests.title')}</h2>
                <ExportLink address={requestsExportAddress} />
              </div>
              <ul className="part-list">
                {data.requests.map((request) => (
                  <RequestRow key={request.id} request={request} />
                ))}
              </ul>
              {data.more.requests > 0 && <Text c="dimmed">{t('invitations.requests.more', { count: data.more.requests })}</Text>}
            </section>
          )}
          <section className="part" aria-labelledby="invitations-invite">
            <h2 id="invitations-invite">{t('invitations.invite.title')}</h2>
            <Text c="dimmed">{t(data.sendsMail ? 'invitations.invite.byMail' : 'invitations.invite.byLink')}</Text>
            <InviteForm sendsMail={data.sendsMail} onInvited={() => open.current?.focus()} />
          </section>
          <section className="part" aria-labelledby="invitations-open">
            <div className="invitations-head">
              <h2 id="invitations-open" ref={open} tabIndex={-1}>
                {t('invitations.open.title')}
              </h2>
              {data.invitations.length > 0 && (
                <Button
                  component="a"
                  variant="subtle"
                  size="compact-md"
                  href={invitationsExportAddress}
                  download
                  leftSection={<IconDownload size={16} aria-hidden />}
                >
                  {t('invitations.open.export')}
                </Button>
              )}
            </div>
            {data.invitations.length === 0 ? (
              <EmptyNotice
                icon={<IconMailPlus size={40} />}
                title={t('invitations.open.empty')}
                text={t('invitations.open.emptyText')}
              />
            ) : (
              <ul className="part-list">
                {data.invitations.map((invitation) => (
                  <InvitationRow key={invitation.id} invitation={invitation} sendsMail={data.sendsMail} />
                ))}
              </ul>
            )}
            {data.more.invitations > 0 && <Text c="dimmed">{t('invitations.open.more', { count: data.more.invitations })}</Text>}
          </section>
          <CompanyLink link={data.companyLink} />
        </>
      ) : invitations.isError ? (
        !isRefusal(invitations.error, 'not-signed-in') && (
          <FailureNotice
            error={invitations.error}
            isRetrying={invitations.isFetching}
            onRetry={() => void invitations.refetch()}
          />
        )
      ) : (
        <div className="invitations" role="status" aria-label={t('invitations.loading')}>
          {[0, 1, 2].map((part) => (
            <Skeleton key={part} height={160} />
          ))}
        </div>
      )}
    </div>
  )
}

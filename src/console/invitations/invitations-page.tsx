import './invitations.css'
import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isRefusal } from '../api/failure'
import { invitationsQuery, requestsExportAddress } from '../api/invitations-api'
import { OnlyHere } from '../company/only-here'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { CompanyLink } from './company-link'
import { invitationsAddress, readInvitationsSearch } from './invitations-address'
import { InviteForm } from './invite-form'
import { OpenInvitations } from './open-invitations'
import { RequestRow } from './request-row'

/** Inviting people, one by one or by a link of the company, and answering those who ask to join. */
export function InvitationsPage() {
  const { t } = useWords()
  const invitations = useQuery(invitationsQuery)
  const { data } = invitations
  const [, navigate] = useLocation()
  const search = readInvitationsSearch(useSearch())
  const open = useRef<HTMLHeadingElement>(null)
  const toInvited = (isEverybody: boolean) => {
    // Who is new need not match what was searched for before.
    if (search !== '') navigate(invitationsAddress(''))
    if (isEverybody) open.current?.focus()
  }
  return (
    <div className="invitations">
      <PageHeading>{t('invitations.title')}</PageHeading>
      <OnlyHere />
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
              {data.moreRequests > 0 && <Text c="dimmed">{t('invitations.requests.more', { count: data.moreRequests })}</Text>}
            </section>
          )}
          <section className="part" aria-labelledby="invitations-invite">
            <h2 id="invitations-invite">{t('invitations.invite.title')}</h2>
            <Text c="dimmed">{t(data.sendsMail ? 'invitations.invite.byMail' : 'invitations.invite.byLink')}</Text>
            <InviteForm sendsMail={data.sendsMail} onInvited={toInvited} />
          </section>
          <OpenInvitations sendsMail={data.sendsMail} search={search} heading={open} />
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

import { Button, Skeleton, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconMailPlus, IconSearch } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useLocation } from 'wouter'
import { isRefusal } from '../api/failure'
import { invitationsExportAddress, openInvitationsQuery } from '../api/invitations-api'
import { MoreButton } from '../fields/more-button'
import { SearchField } from '../fields/search-field'
import { useWords } from '../i18n/words'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { isNewSearch } from '../users/users-address'
import { InvitationRow } from './invitation-row'
import { invitationsAddress } from './invitations-address'

interface OpenInvitationsProps {
  sendsMail: boolean
  search: string
  heading: Ref<HTMLHeadingElement>
}

/** The invitations that wait for an answer, page by page, and a search for one of them, which stands in the page's address. */
export function OpenInvitations({ sendsMail, search, heading }: OpenInvitationsProps) {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const list = useInfiniteQuery(openInvitationsQuery(search))
  const { data, isPlaceholderData: isOld } = list
  const invitations = data?.pages.flatMap((page) => page.invitations) ?? null
  const total = isOld ? null : (data?.pages[0]?.total ?? null)
  const searchFor = (wanted: string) => navigate(invitationsAddress(wanted), { replace: !isNewSearch(search, wanted) })
  const isEmpty = invitations?.length === 0
  return (
    <section className="part" aria-labelledby="invitations-open">
      <div className="invitations-head">
        <div>
          <h2 id="invitations-open" ref={heading} tabIndex={-1}>
            {t('invitations.open.title')}
          </h2>
          <Text c="dimmed" role="status" className="invitations-count">
            {total === null || total === 0 ? '\u00a0' : t(search === '' ? 'invitations.open.count' : 'invitations.open.found', { count: total, search })}
          </Text>
        </div>
        {invitations !== null && !isEmpty && (
          <Button
            component="a"
            variant="subtle"
            size="compact-md"
            href={invitationsExportAddress(search)}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('invitations.open.export')}
          </Button>
        )}
      </div>
      {(search !== '' || !isEmpty) && (
        <SearchField
          label={t('invitations.open.search')}
          hint={t('users.columns.email')}
          clearLabel={t('users.clearSearch')}
          search={search}
          onSearch={searchFor}
        />
      )}
      {invitations === null ? (
        list.isError ? (
          !isRefusal(list.error, 'not-signed-in') && (
            <FailureNotice error={list.error} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />
          )
        ) : (
          <Skeleton height={160} role="status" aria-label={t('invitations.loading')} />
        )
      ) : isEmpty && search !== '' ? (
        <EmptyNotice
          icon={<IconSearch size={40} />}
          title={t('invitations.open.noMatch', { search })}
          text={t('invitations.open.noMatchText')}
          action={<Button onClick={() => searchFor('')}>{t('users.clearSearch')}</Button>}
        />
      ) : isEmpty ? (
        <EmptyNotice icon={<IconMailPlus size={40} />} title={t('invitations.open.empty')} text={t('invitations.open.emptyText')} />
      ) : (
        <ul className="part-list" aria-labelledby="invitations-open" aria-busy={isOld} data-old={isOld || undefined}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} sendsMail={sendsMail} />
          ))}
        </ul>
      )}
      <MoreButton label={t('invitations.open.more')} list={list} />
    </section>
  )
}

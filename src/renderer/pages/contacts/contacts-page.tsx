import { IconUsers } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Contact, Presence } from '../../../contract/contact'
import { initials } from '../../../ui/initials'
import { relativeTime } from '../../../ui/dates'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { ListSkeleton } from '../../controls/list-skeleton'
import { Message } from '../../controls/message'
import { TryAgain } from '../../controls/try-again'
import { useWords, type Word } from '../../i18n/words'
import { EmptyPage } from '../../shell/empty-page'
import { PageHeading } from '../../shell/page-heading'
import { ProblemText } from '../../shell/problem-text'
import { useAppState, useMeetings } from '../../state/client'
import { useNow } from '../../state/use-now'
import { MeetingNotices } from '../meetings/meeting-notices'
import { ScheduleDialog } from '../meetings/schedule-dialog'
import styles from './contacts-page.module.css'
import { findContacts } from './find-contacts'
import { useContacts } from './use-contacts'

const presenceWords: Readonly<Record<Presence, Word>> = {
  online: 'contacts.online',
  busy: 'contacts.busy',
  away: 'contacts.away',
  offline: 'contacts.offline',
  unknown: 'contacts.unknown',
}

const rowHeight = 64

/** The people of the company: found by name, and asked to a meeting. */
export default function ContactsPage() {
  const { t, language } = useWords()
  const { list, failed, refresh } = useContacts()
  const capabilities = useMeetings((state) => state.upcoming?.capabilities ?? null)
  const now = useNow(30_000)
  const [search, setSearch] = useState('')
  const [invitees, setInvitees] = useState<readonly string[] | null>(null)
  const line = useRef<HTMLInputElement>(null)
  const wanted = useDeferredValue(search)
  const found = useMemo(() => findContacts(list?.items ?? [], wanted), [list, wanted])
  const isKnown = list !== null && list.fetchedAt !== null

  const form = invitees !== null && <ScheduleDialog form={{ kind: 'new', start: null, invitees: [...invitees] }} onClose={() => setInvitees(null)} />
  if (capabilities?.people === false) {
    return (
      <div className={styles['page']}>
        <PageHeading title={t('contacts.title')} />
        <MeetingNotices />
        <EmptyPage icon={<IconUsers size={36} stroke={1.5} />} title={t('contacts.notOfferedTitle')} text={t('contacts.notOfferedText')}>
          <Button onClick={() => setInvitees([])}>{t('meetings.schedule')}</Button>
        </EmptyPage>
        {form}
      </div>
    )
  }
  return (
    <div className={styles['page']}>
      <PageHeading title={t('contacts.title')} />
      <MeetingNotices />
      {(failed || (list !== null && list.problem !== null)) && (
        <Message kind="warning" actions={<TryAgain onTry={refresh} />}>
          <ProblemText problem={list?.problem ?? null} />
          {isKnown && ` ${t('contacts.asOf', { age: relativeTime(list.fetchedAt, now, language) })}`}
        </Message>
      )}
      {!isKnown && !failed && (list === null || list.problem === null) && <ListSkeleton rows={6} height={56} />}
      {isKnown && list.items.length === 0 && (
        <EmptyPage icon={<IconUsers size={36} stroke={1.5} />} title={t('contacts.emptyTitle')} text={t('contacts.emptyText')} />
      )}
      {isKnown && list.items.length > 0 && (
        <>
          <div className={styles['search']}>
            <TextField ref={line} type="search" label={t('contacts.search')} value={search} onChange={setSearch} autoComplete="off" spellCheck={false} />
          </div>
          <p className={styles['quiet']} role="status">
            {t('contacts.found', { count: found.length })}
          </p>
          {found.length === 0 && (
            <div className={styles['none']}>
              <p>{t('contacts.none')}</p>
              <Button
                onClick={() => {
                  setSearch('')
                  line.current?.focus()
                }}
              >
                {t('contacts.showAll')}
              </Button>
            </div>
          )}
          <People contacts={found} onInvite={({ email }) => setInvitees([email])} showsPresence={capabilities?.presence !== false} />
        </>
      )}
      {form}
    </div>
  )
}

interface PeopleProps {
  contacts: readonly Contact[]
  onInvite: (contact: Contact) => void
  showsPresence: boolean
}

/** Only the rows in sight are in the page, however many people there are. */
function People({ contacts, onInvite, showsPresence }: PeopleProps) {
  const { t } = useWords()
  const own = useAppState(({ session }) => ('account' in session ? (session.account?.id ?? null) : null))
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => contacts[index]?.id ?? index,
    overscan: 8,
  })
  return (
    <div ref={scroller} className={styles['scroller']} role="region" aria-label={t('contacts.title')} tabIndex={-1}>
      <ul className={styles['rows']} data-in-sight style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const contact = contacts[item.index]
          if (contact === undefined) return null
          return (
            <li key={item.key} className={styles['row']} style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }} aria-setsize={contacts.length} aria-posinset={item.index + 1}>
              <span className={styles['initials']} aria-hidden="true">
                {initials(contact.name)}
                {showsPresence && contact.presence !== 'unknown' && <span className={styles['dot']} data-presence={contact.presence} />}
              </span>
              <span className={styles['who']}>
                <strong className={styles['line']}>{contact.name}</strong>
                <span className={`${styles['line'] ?? ''} ${styles['quiet'] ?? ''}`}>{contact.email}</span>
              </span>
              {showsPresence && <span className={`${styles['quiet'] ?? ''} ${styles['presence'] ?? ''}`}>{t(presenceWords[contact.presence])}</span>}
              {/* Nobody asks themselves to come. */}
              {contact.id === own ? (
                <span className={styles['own']}>
                  <span>{t('contacts.you')}</span>
                  {/* It keeps the place of the button. */}
                  <Button>{t('contacts.invite')}</Button>
                </span>
              ) : (
                <Button onClick={() => onInvite(contact)} aria-label={t('contacts.inviteWho', { name: contact.name })}>
                  {t('contacts.invite')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

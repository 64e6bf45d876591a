import { IconPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { Meeting } from '../../../contract/meeting'
import { exceptionsOf } from '../../../contract/occurrences'
import { relativeTime } from '../../../ui/dates'
import { Button } from '../../controls/button'
import { ListSkeleton } from '../../controls/list-skeleton'
import { Message } from '../../controls/message'
import { TryAgain } from '../../controls/try-again'
import { useWords } from '../../i18n/words'
import { PageHeading } from '../../shell/page-heading'
import { ProblemText } from '../../shell/problem-text'
import { pageHref } from '../../shell/use-page'
import { useClient, useManaged, useMeetings } from '../../state/client'
import { useNow } from '../../state/use-now'
import { MeetingDialog } from './meeting-dialog'
import { MeetingNotices } from './meeting-notices'
import { MeetingsList } from './meetings-list'
import styles from './meetings-page.module.css'
import { ScheduleDialog, type Scheduled } from './schedule-dialog'
import { useMeetingIndex } from './use-meeting-index'
import { WeekView } from './week-view'

const none: readonly Meeting[] = []

/** The account's meetings, as a list or as a week. */
export default function MeetingsPage({ view }: { view: 'list' | 'week' }) {
  const { t } = useWords()
  const { bridge, meetings } = useClient()
  const isViewManaged = useManaged('meetings.view')
  const list = useMeetings((state) => state.list)
  const far = useMeetings((state) => state.far)
  const failed = useMeetings((state) => state.failed)
  const [shown, setShown] = useState<{ meeting: Meeting; start: number; end: number } | null>(null)
  const [form, setForm] = useState<Scheduled | null>(null)

  const index = useMeetingIndex(list?.items ?? none)

  useEffect(() => {
    void meetings.getState().loadList()
  }, [meetings])

  const schedule = useCallback((start: number | null): void => setForm({ kind: 'new', start, invitees: [] }), [])

  // The account's Meetings open so from then on. Where that can't be kept, the view is there all the same.
  const keep = (chosen: 'list' | 'week'): void => {
    if (!isViewManaged) bridge.invoke('settings.change', { meetings: { view: chosen } }).catch(() => undefined)
  }

  // What is shown stays up to date, and goes when the meeting does.
  const found = shown === null ? undefined : [...(list?.items ?? []), ...(far?.meetings ?? [])].find(({ id }) => id === shown.meeting.id)
  const current = found !== undefined && shown !== null && !exceptionsOf(found).has(shown.start) ? found : undefined

  return (
    <div className={`${styles['page'] ?? ''} ${view === 'list' ? (styles['list'] ?? '') : ''}`}>
      <div className={styles['head']}>
        <PageHeading title={t('meetings.title')} />
        <nav className={styles['views']} aria-label={t('meetings.views')}>
          <a href={pageHref('meetings')} aria-current={view === 'list' ? 'page' : undefined} onClick={() => keep('list')}>
            {t('meetings.list')}
          </a>
          <a href={pageHref('meetings.week')} aria-current={view === 'week' ? 'page' : undefined} onClick={() => keep('week')}>
            {t('meetings.week')}
          </a>
        </nav>
        <Button look="primary" onClick={() => schedule(null)}>
          <IconPlus size={18} stroke={2} aria-hidden />
          {t('meetings.schedule')}
        </Button>
      </div>
      <MeetingNotices />
      <Freshness />
      {list === null && !failed && <ListSkeleton rows={6} height={56} />}
      {list === null && failed && (
        <Message kind="problem" actions={<TryAgain onTry={() => meetings.getState().loadList()} />}>
          <ProblemText problem={null} />
        </Message>
      )}
      {list !== null && (index === null || (list.fetchedAt === null && list.problem === null)) && <ListSkeleton rows={6} height={56} />}
      {list !== null && index !== null && (list.fetchedAt !== null || list.items.length > 0) && (
        <>
          {view === 'list' ? (
            <MeetingsList
              meetings={index}
              onOpen={setShown}
              onSchedule={() => schedule(null)}
            />
          ) : (
            <WeekView meetings={index} onOpen={setShown} onSchedule={schedule} />
          )}
        </>
      )}
      {shown !== null && current !== undefined && form === null && (
        <MeetingDialog
          {...shown}
          meeting={current}
          onClose={() => setShown(null)}
          onEdit={(which) => {
            setShown(null)
            setForm({ kind: 'change', meeting: current, occurrence: which === 'one' ? shown : null })
          }}
        />
      )}
      {form !== null && <ScheduleDialog form={form} onClose={() => setForm(null)} />}
    </div>
  )
}

/** Tells when what is shown is not what the workspace has now, and why. */
function Freshness() {
  const { t, language } = useWords()
  const { meetings } = useClient()
  const list = useMeetings((state) => state.list)
  const now = useNow(30_000)
  if (list === null || list.problem === null) return null
  const age = list.fetchedAt === null ? null : relativeTime(list.fetchedAt, now, language)
  return (
    <Message kind="warning" actions={<TryAgain onTry={() => meetings.getState().refresh()} />}>
      <ProblemText problem={list.problem} /> {age !== null && t('meetings.asOf', { age })}
    </Message>
  )
}

import { IconCalendarEvent } from '@tabler/icons-react'
import { useWords } from '../../i18n/words'
import { EmptyPage } from '../../shell/empty-page'
import { PageHeading } from '../../shell/page-heading'

export default function MeetingsPage() {
  const { t } = useWords()
  return (
    <>
      <PageHeading title={t('meetings.title')} />
      <EmptyPage
        icon={<IconCalendarEvent size={36} stroke={1.5} />}
        title={t('meetings.emptyTitle')}
        text={t('meetings.emptyText')}
      />
    </>
  )
}

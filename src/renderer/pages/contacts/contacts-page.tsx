import { IconUsers } from '@tabler/icons-react'
import { useWords } from '../../i18n/words'
import { EmptyPage } from '../../shell/empty-page'
import { PageHeading } from '../../shell/page-heading'

export default function ContactsPage() {
  const { t } = useWords()
  return (
    <>
      <PageHeading title={t('contacts.title')} />
      <EmptyPage
        icon={<IconUsers size={36} stroke={1.5} />}
        title={t('contacts.emptyTitle')}
        text={t('contacts.emptyText')}
      />
    </>
  )
}

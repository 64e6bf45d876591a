import { IconAdjustments } from '@tabler/icons-react'
import { useWords } from '../../../i18n/words'
import { EmptyPage } from '../../../shell/empty-page'
import { PageHeading } from '../../../shell/page-heading'

export default function GeneralPage() {
  const { t } = useWords()
  return (
    <>
      <PageHeading title={t('settings.general')} />
      <EmptyPage
        icon={<IconAdjustments size={36} stroke={1.5} />}
        title={t('general.emptyTitle')}
        text={t('general.emptyText')}
      />
    </>
  )
}

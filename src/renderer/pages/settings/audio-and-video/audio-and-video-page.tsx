import { IconMicrophone } from '@tabler/icons-react'
import { useWords } from '../../../i18n/words'
import { EmptyPage } from '../../../shell/empty-page'
import { PageHeading } from '../../../shell/page-heading'

export default function AudioAndVideoPage() {
  const { t } = useWords()
  return (
    <>
      <PageHeading title={t('settings.audioAndVideo')} />
      <EmptyPage
        icon={<IconMicrophone size={36} stroke={1.5} />}
        title={t('audioAndVideo.emptyTitle')}
        text={t('audioAndVideo.emptyText')}
      />
    </>
  )
}

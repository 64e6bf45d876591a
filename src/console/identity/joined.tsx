import { Text } from '@mantine/core'
import { Rich, useWords } from '../i18n/words'
import { ShownOnce } from '../fields/shown-once'
import { PageHeading } from '../shell/page-heading'

interface JoinedProps {
  company: string
  email: string
  onGoOn: () => void
}

/** For whoever has just joined: that it is done, and how Parley on their computer finds the workspace. */
export function Joined({ company, email, onGoOn }: JoinedProps) {
  const { t } = useWords()
  const title = t('joined.title', { company })
  return (
    <>
      <PageHeading documentTitle={title}>{title}</PageHeading>
      <Text role="status" className="breakable">
        <Rich words="joined.text" values={{ email }} parts={{ b: <strong /> }} />
      </Text>
      <ShownOnce
        text={t('joined.app')}
        label={t('joined.address')}
        value={window.location.origin}
        copyLabel={t('joined.copy')}
        doneLabel={t('joined.goOn')}
        onClose={onGoOn}
      />
    </>
  )
}

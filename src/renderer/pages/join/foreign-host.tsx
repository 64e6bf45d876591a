import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { Rich, useWords } from '../../i18n/words'

interface ForeignHostProps {
  /** Where the meeting's link leads. */
  host: string
  onOpen: () => void
  onLeave?: () => void
}

/** Asks before a page is opened that is not one of the workspace's, and shows where it is. */
export function ForeignHost({ host, onOpen, onLeave }: ForeignHostProps) {
  const { t } = useWords()
  return (
    <Message
      kind="warning"
      actions={
        <>
          <Button onClick={onOpen}>{t('join.openForeign')}</Button>
          {onLeave !== undefined && (
            <Button look="quiet" onClick={onLeave}>
              {t('notice.dismiss')}
            </Button>
          )}
        </>
      }
    >
      <Rich words="join.foreignHost" values={{ host }} parts={{ b: <strong dir="ltr" /> }} />
    </Message>
  )
}

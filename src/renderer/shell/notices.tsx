import type { Notice } from '../../contract/app-state'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { Rich, useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'

function NoticeText({ notice }: { notice: Notice }) {
  const { t } = useWords()
  switch (notice.kind) {
    case 'settings-set-aside':
      return <Rich words="notice.settingsSetAside" values={{ fileName: notice.fileName }} parts={{ b: <strong /> }} />
    case 'unknown-link':
      return t('notice.unknownLink')
    case 'keychain-kept':
      return t('notice.keychainKept')
  }
}

/** What people should know and may put away. */
export function Notices() {
  const { t } = useWords()
  const { bridge } = useClient()
  const notices = useAppState((state) => state.notices)
  return notices.map((notice) => (
    <Message
      key={notice.kind}
      kind="warning"
      actions={
        <Button look="quiet" onClick={() => void bridge.invoke('notice.dismiss', notice.kind).catch(() => {})}>
          {t('notice.dismiss')}
        </Button>
      }
    >
      <NoticeText notice={notice} />
    </Message>
  ))
}

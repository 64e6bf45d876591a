import type { Notice } from '../../contract/app-state'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { Rich, useWords } from '../i18n/words'
import { startWords } from '../state/start-words'
import { useAppState, useClient } from '../state/client'
import { usePage } from './use-page'

function NoticeText({ notice }: { notice: Notice }) {
  const { t } = useWords()
  switch (notice.kind) {
    case 'settings-set-aside':
      return <Rich words="notice.settingsSetAside" values={{ fileName: notice.fileName }} parts={{ b: <strong /> }} />
    case 'folder-refuses':
      return <Rich words={notice.isFull ? 'notice.folderFull' : 'notice.folderRefuses'} values={{ folder: notice.folder }} parts={{ b: <strong dir="ltr" /> }} />
    case 'unknown-link':
      return t('notice.unknownLink')
    case 'command-line':
      return <Rich words="notice.commandLine" values={{ options: notice.options.join(', ') }} parts={{ b: <strong dir="ltr" /> }} />
    case 'workspace-not-shown':
      return t('notice.workspaceNotShown', { problem: t(startWords[notice.problem]) })
    case 'keychain-kept':
      return t('notice.keychainKept')
    case 'session-goes-on':
      return notice.host === null ? t('notice.sessionGoesOnHere') : <Rich words="notice.sessionGoesOn" values={{ host: notice.host }} parts={{ b: <bdi dir="ltr" /> }} />
    case 'update':
      return t(notice.isReady ? 'notice.updateReady' : 'notice.updateAvailable', { version: notice.version })
  }
}

/** What an update waits for. */
function UpdateAction({ isReady }: { isReady: boolean }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const isHeld = useAppState((state) => state.updates.isHeld)
  return (
    <Button disabled={isHeld} onClick={() => void bridge.invoke(isReady ? 'updates.restart' : 'updates.download').catch(() => {})}>
      {t(isReady ? 'updates.restart' : 'updates.download')}
    </Button>
  )
}

/** What people should know and may put away. */
export function Notices() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [{ page }] = usePage()
  // About says itself how far an update is.
  const notices = useAppState((state) => state.notices).filter(({ kind }) => kind !== 'update' || page !== 'settings.about')
  const dismiss = (kind: Notice['kind']) => void bridge.invoke('notice.dismiss', kind).catch(() => {})
  return notices.map((notice) => (
    <Message
      key={notice.kind}
      kind={notice.kind === 'update' ? 'note' : 'warning'}
      actions={
        <>
          {notice.kind === 'update' && <UpdateAction isReady={notice.isReady} />}
          <Button look="quiet" onClick={() => dismiss(notice.kind)}>
            {t(notice.kind === 'update' ? 'notice.later' : 'notice.dismiss')}
          </Button>
        </>
      }
    >
      <NoticeText notice={notice} />
    </Message>
  ))
}

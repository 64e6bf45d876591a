import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/words'
import { PageHeading } from '../../../shell/page-heading'
import { useAppState, useClient } from '../../../state/client'
import { consoleTarget } from '../../../state/user-management-panel'
import section from '../section.module.css'
import { HandOffDialog } from './hand-off-dialog'
import { HandOffStatus } from './hand-off-status'
import { Panel } from './panel'

/** Opening the page opens the pop-up; figures follow the session, the connection, and the window's return to front. */
function useFigures() {
  const { bridge, userManagement } = useClient()
  const session = useAppState((state) => state.session.state)
  const connection = useAppState((state) => (state.session.state === 'signed-in' ? state.session.connection : null))
  useEffect(() => {
    userManagement.getState().choose()
    return bridge.on('window.focused', () => void userManagement.getState().refresh())
  }, [bridge, userManagement])
  useEffect(() => {
    void userManagement.getState().refresh()
  }, [userManagement, session, connection])
}

export default function UserManagementPage() {
  const { t } = useWords()
  const { userManagement } = useClient()
  const answer = useStore(userManagement, (panel) => (panel.popUp === 'open' ? panel.answer : null))
  const target = consoleTarget(answer)
  useFigures()
  return (
    <div className={section['page']}>
      <PageHeading title={t('settings.userManagement')} />
      <HandOffStatus />
      <Panel />
      {target !== null && <HandOffDialog target={target} />}
    </div>
  )
}

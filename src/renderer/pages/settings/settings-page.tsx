import { useEffect } from 'react'
import type { PlainPage } from '../../../contract/routes'
import { Look } from '../../../ui/look'
import { useWords } from '../../i18n/words'
import { Broken } from '../../shell/broken'
import { loadedLater, type LoadedLater } from '../../shell/loaded-later'
import { PageLoading } from '../../shell/page-loading'
import { useClient } from '../../state/client'
import '../../look/mantine-styles'
import { SettingsList } from './settings-list'
import styles from './settings-page.module.css'

export type SettingsPageName = Extract<PlainPage, `settings.${string}`>

const userManagementPage = loadedLater(() => import('./user-management/user-management-page'), PageLoading)

const contents: Readonly<Record<SettingsPageName, LoadedLater<object>>> = {
  'settings.account': loadedLater(() => import('./account/account-page'), PageLoading),
  'settings.general': loadedLater(() => import('./general/general-page'), PageLoading),
  'settings.audio-and-video': loadedLater(() => import('./audio-and-video/audio-and-video-page'), PageLoading),
  'settings.notifications': loadedLater(() => import('./notifications/notifications-page'), PageLoading),
  'settings.shortcuts': loadedLater(() => import('./shortcuts/shortcuts-page'), PageLoading),
  'settings.appearance': loadedLater(() => import('./appearance/appearance-page'), PageLoading),
  'settings.network': loadedLater(() => import('./network/network-page'), PageLoading),
  'settings.user-management': userManagementPage,
  'settings.advanced': loadedLater(() => import('./advanced/advanced-page'), PageLoading),
  'settings.about': loadedLater(() => import('./about/about-page'), PageLoading),
}

/** User management is what people come for: its page and its answer are there before they choose it. */
function usePreparedUserManagement() {
  const { userManagement } = useClient()
  useEffect(() => {
    void userManagement.getState().refresh()
    // It is loaded again when it is chosen.
    userManagementPage.prepare().catch(() => undefined)
  }, [userManagement])
}

/** The settings: their own list, and beside it the page that was chosen from it. */
export default function SettingsPage({ page }: { page: SettingsPageName }) {
  const { language } = useWords()
  const Content = contents[page]
  usePreparedUserManagement()
  return (
    <Look colorScheme="auto" language={language}>
      <div className={styles['settings']}>
        <SettingsList current={page} />
        <div className={styles['content']}>
          <Broken key={page}>
            <Content />
          </Broken>
        </div>
      </div>
    </Look>
  )
}

import { lazy, Suspense, useEffect, type ComponentType, type LazyExoticComponent } from 'react'
import type { PlainPage } from '../../../contract/routes'
import { Look } from '../../../ui/look'
import { useWords } from '../../i18n/words'
import { Broken } from '../../shell/broken'
import { useClient } from '../../state/client'
import '../../look/mantine-styles'
import { SettingsList } from './settings-list'
import styles from './settings-page.module.css'

export type SettingsPageName = Extract<PlainPage, `settings.${string}`>

const loadUserManagement = () => import('./user-management/user-management-page')

const contents: Readonly<Record<SettingsPageName, LazyExoticComponent<ComponentType>>> = {
  'settings.account': lazy(() => import('./account/account-page')),
  'settings.general': lazy(() => import('./general/general-page')),
  'settings.audio-and-video': lazy(() => import('./audio-and-video/audio-and-video-page')),
  'settings.notifications': lazy(() => import('./notifications/notifications-page')),
  'settings.shortcuts': lazy(() => import('./shortcuts/shortcuts-page')),
  'settings.appearance': lazy(() => import('./appearance/appearance-page')),
  'settings.network': lazy(() => import('./network/network-page')),
  'settings.user-management': lazy(loadUserManagement),
  'settings.advanced': lazy(() => import('./advanced/advanced-page')),
  'settings.about': lazy(() => import('./about/about-page')),
}

/** User management is what people come for: its page and its answer are there before they choose it. */
function usePreparedUserManagement() {
  const { userManagement } = useClient()
  useEffect(() => {
    void userManagement.getState().refresh()
    // It is loaded again when it is chosen.
    loadUserManagement().catch(() => undefined)
  }, [userManagement])
}

/** The settings: their own list, and beside it the page that was chosen from it. */
export default function SettingsPage({ page }: { page: SettingsPageName }) {
  const { t, language } = useWords()
  const Content = contents[page]
  usePreparedUserManagement()
  return (
    <Look colorScheme="auto" language={language}>
      <div className={styles['settings']}>
        <SettingsList current={page} />
        <div className={styles['content']}>
          <Broken key={page}>
            <Suspense fallback={<p className={styles['loading']}>{t('page.loading')}</p>}>
              <Content />
            </Suspense>
          </Broken>
        </div>
      </div>
    </Look>
  )
}

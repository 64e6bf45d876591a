import { useEffect, useRef } from 'react'
import { useWords, type Word } from '../../i18n/words'
import { pageHref } from '../../shell/use-page'
import { useClient } from '../../state/client'
import { SettingsSearch } from './search/settings-search'
import styles from './settings-list.module.css'
import type { SettingsPageName } from './settings-page'
import { userManagementEntryId } from './user-management/entry'

const entries: readonly { page: SettingsPageName; word: Word; id?: string }[] = [
  { page: 'settings.account', word: 'settings.account' },
  { page: 'settings.general', word: 'settings.general' },
  { page: 'settings.audio-and-video', word: 'settings.audioAndVideo' },
  { page: 'settings.notifications', word: 'settings.notifications' },
  { page: 'settings.shortcuts', word: 'settings.shortcuts' },
  { page: 'settings.appearance', word: 'settings.appearance' },
  { page: 'settings.network', word: 'settings.network' },
  { page: 'settings.user-management', word: 'settings.userManagement', id: userManagementEntryId },
  { page: 'settings.advanced', word: 'settings.advanced' },
  { page: 'settings.about', word: 'settings.about' },
]

export function SettingsList({ current }: { current: SettingsPageName }) {
  const { t } = useWords()
  const { userManagement } = useClient()
  const list = useRef<HTMLUListElement>(null)

  /** Choosing the page that is open already changes no address; User management opens its pop-up again all the same. */
  function choose(page: SettingsPageName) {
    if (page === current && page === 'settings.user-management') userManagement.getState().choose()
  }

  // Where the list is one line, the entry of the page may be beside what is in sight.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])

  return (
    <nav className={styles['list']} aria-label={t('settings.name')}>
      <p className={styles['title']} aria-hidden="true">
        {t('settings.name')}
      </p>
      <SettingsSearch />
      <ul ref={list} className={styles['entries']}>
        {entries.map(({ page, word, id }) => (
          <li key={page}>
            <a
              id={id}
              className={styles['entry']}
              href={pageHref(page)}
              onClick={() => choose(page)}
              {...(page === current ? { 'aria-current': 'page' as const } : {})}
            >
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { IconCalendarEvent, IconHome, IconSettings, IconUsers } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { PlainPage } from '../../contract/routes'
import { useWords, type Word } from '../i18n/words'
import { useAppState } from '../state/client'
import { AccountMenu } from './account-menu'
import { Logo } from './logo'
import styles from './sidebar.module.css'
import { pageHref, room, usePage } from './use-page'

interface Entry {
  page: PlainPage
  word: Word
  Icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
}

const entries: readonly Entry[] = [
  { page: 'home', word: 'navigation.home', Icon: IconHome },
  { page: 'meetings', word: 'navigation.meetings', Icon: IconCalendarEvent },
  { page: 'contacts', word: 'navigation.contacts', Icon: IconUsers },
  { page: 'settings.account', word: 'navigation.settings', Icon: IconSettings },
]

export function Sidebar() {
  const { t } = useWords()
  const [{ page: current }] = usePage()
  const view = useAppState((state) => state.settings.meetings.view)
  return (
    <nav className={styles['sidebar']} aria-label={t('navigation.main')}>
      <div className={styles['brand']} aria-hidden="true">
        <Logo />
        <span className={styles['brandName']}>Parley</span>
      </div>
      <ul className={styles['entries']}>
        {entries.map(({ page, word, Icon }) => (
          <li key={page}>
            <a
              className={styles['entry']}
              href={pageHref(page === 'meetings' && view === 'week' ? 'meetings.week' : page)}
              {...(room(page) === room(current) ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon size={20} stroke={1.75} aria-hidden />
              <span className={styles['label']}>{t(word)}</span>
            </a>
          </li>
        ))}
      </ul>
      <AccountMenu />
    </nav>
  )
}

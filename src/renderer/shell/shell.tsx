import { useRef, useState } from 'react'
import { useKeptFocus } from '../controls/use-kept-focus'
import { useWords } from '../i18n/words'
import HomePage from '../pages/home/home-page'
import { Banners } from './banners'
import { Broken, OverPage } from './broken'
import { Connection } from './connection'
import { loadedLater } from './loaded-later'
import { PageLoading } from './page-loading'
import styles from './shell.module.css'
import { Sidebar } from './sidebar'
import { useAhead } from './use-ahead'
import { useCommands } from './use-commands'
import { useMiniWindow } from './use-mini-window'
import { room, usePage } from './use-page'

const JoinPage = loadedLater(() => import('../pages/join/join-page'), PageLoading)
const MeetingsPage = loadedLater(() => import('../pages/meetings/meetings-page'), PageLoading)
const ContactsPage = loadedLater(() => import('../pages/contacts/contacts-page'), PageLoading)
const SettingsPage = loadedLater(() => import('../pages/settings/settings-page'), PageLoading)

/** In the order in which they are most likely wanted. The settings are much larger, and few people go there. */
const soonWanted = [MeetingsPage, ContactsPage, JoinPage]

const ShortcutsDialog = loadedLater(() => import('../shortcuts/shortcuts-dialog'))

function CurrentPage() {
  const [destination] = usePage()
  switch (destination.page) {
    case 'home':
      return <HomePage />
    case 'join':
      return <JoinPage meeting={destination.meeting} place={null} />
    case 'join.at':
      return <JoinPage meeting={destination.meeting} place={destination.place} />
    case 'meetings':
      return <MeetingsPage view="list" />
    case 'meetings.week':
      return <MeetingsPage view="week" />
    case 'contacts':
      return <ContactsPage />
    default:
      return <SettingsPage page={destination.page} />
  }
}

/** What is always there when signed in: the sidebar, and beside it the page. */
export function Shell() {
  const { t } = useWords()
  const [{ page }] = usePage()
  const content = useRef<HTMLElement>(null)
  const shell = useKeptFocus<HTMLDivElement>()
  const [areShortcutsShown, setShortcutsShown] = useState(false)
  const { isMini, toggle, leave } = useMiniWindow()
  const showShortcuts = () => {
    leave()
    setShortcutsShown(true)
  }
  const hideShortcuts = () => setShortcutsShown(false)
  useCommands({ showShortcuts, toggleMini: toggle })
  useAhead(soonWanted)
  return (
    <div ref={shell} className={styles['shell']}>
      {!isMini && (
        <button type="button" className={styles['skip']} onClick={() => content.current?.focus()}>
          {t('navigation.skip')}
        </button>
      )}
      {!isMini && <Sidebar />}
      {!isMini && <Connection />}
      <main ref={content} tabIndex={-1} className={isMini ? `${styles['content']} ${styles['mini']}` : styles['content']}>
        {!isMini && <Banners />}
        <Broken key={room(page)}>
          <CurrentPage />
        </Broken>
      </main>
      {areShortcutsShown && (
        <OverPage onClose={hideShortcuts}>
          <ShortcutsDialog onClose={hideShortcuts} />
        </OverPage>
      )}
    </div>
  )
}

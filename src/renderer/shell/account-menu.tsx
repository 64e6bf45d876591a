import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Account, Session } from '../../contract/session'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'
import styles from './account-menu.module.css'
import { initials } from './initials'

function accountOf(session: Session): Account | null {
  return session.state === 'signed-out' ? null : session.account
}

/** Lets the browser focus an item as its popover opens. React keeps its own `autoFocus` to itself, for the mount. */
function focusFirst(item: HTMLButtonElement | null) {
  item?.setAttribute('autofocus', '')
}

/**
 * The account at the sidebar's foot, with its menu. The menu is a popover: Escape and a press outside close it, and the
 * focus returns, by the browser's own rules (HTML, "The popover attribute").
 */
export function AccountMenu() {
  const { t } = useWords()
  const { bridge } = useClient()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const account = useAppState((state) => accountOf(state.session))
  const offline = useAppState((state) => state.session.state === 'signed-in' && state.session.connection === 'offline')
  const untilQuit = useAppState(
    (state) => state.session.state === 'signed-in' && state.session.persistence === 'until-quit',
  )
  if (account === null) return null

  // There is one item, so that arrows lead nowhere; Tab leaves the menu (ARIA practices, "Menu button").
  function onKeyDown(event: KeyboardEvent) {
    if (event.key.startsWith('Arrow')) event.preventDefault()
    if (event.key === 'Tab') menu.current?.hidePopover()
  }

  return (
    <>
      <button
        type="button"
        className={styles['account']}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-describedby={offline || untilQuit ? `${id}-hints` : undefined}
      >
        <span className={`${styles['initials']} ${offline ? styles['initialsOffline'] : ''}`} aria-hidden="true">
          {initials(account.name)}
        </span>
        <span className={styles['name']}>{account.name}</span>
      </button>
      <div
        id={id}
        ref={menu}
        popover="auto"
        className={styles['menu']}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <p className={styles['who']}>
          <strong>{account.name}</strong>
          <span className={styles['email']}>{account.email}</span>
        </p>
        <p id={`${id}-hints`} className={styles['hints']}>
          {offline && <span>{t('accountMenu.offline')}</span>}
          {untilQuit && <span>{t('accountMenu.untilQuit')}</span>}
        </p>
        <div role="menu" aria-label={account.name} onKeyDown={onKeyDown}>
          <button
            type="button"
            role="menuitem"
            ref={focusFirst}
            className={styles['item']}
            onClick={() => {
              menu.current?.hidePopover()
              void bridge.invoke('session.signOut').catch(() => {})
            }}
          >
            {t('accountMenu.signOut')}
          </button>
        </div>
      </div>
    </>
  )
}

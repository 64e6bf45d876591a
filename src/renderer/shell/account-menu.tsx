import { useId, useRef, useState } from 'react'
import type { Account, Session } from '../../contract/session'
import { initials } from '../../ui/initials'
import { onMenuKey } from '../controls/menu-keys'
import menuStyles from '../controls/menu.module.css'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'
import { connectionWord } from '../state/connection-words'
import { AccountLine } from './account-line'
import styles from './account-menu.module.css'
import { OverPage } from './broken'
import { loadedLater } from './loaded-later'

const RemoveAccount = loadedLater(() => import('./remove-account'))

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
  const connection = useAppState(({ session }) => (session.state === 'signed-in' ? session.connection : 'online'))
  const offline = connection !== 'online'
  const untilQuit = useAppState(
    (state) => state.session.state === 'signed-in' && state.session.persistence === 'until-quit',
  )
  const current = useAppState((state) => state.accounts.current)
  const known = useAppState((state) => state.accounts.entries)
  const [removing, setRemoving] = useState(false)
  if (account === null) return null
  const entries = known.filter(({ key }) => key !== current)

  const choose = (work: () => void) => () => {
    menu.current?.hidePopover()
    work()
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
        className={`${menuStyles['menu'] ?? ''} ${styles['place'] ?? ''}`}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <p className={styles['who']}>
          <strong>{account.name}</strong>
          <span className={styles['email']}>{account.email}</span>
        </p>
        <p id={`${id}-hints`} className={styles['hints']}>
          {offline && <span>{t(connectionWord(connection))}</span>}
          {untilQuit && <span>{t('accountMenu.untilQuit')}</span>}
        </p>
        <div role="menu" className={styles['items']} aria-label={account.name} onKeyDown={(event) => onMenuKey(menu.current, event)}>
          {entries.length > 0 && (
            <div role="group" aria-label={t('accountMenu.others')} className={styles['group']}>
              {entries.map((entry, index) => (
                <button
                  key={entry.key}
                  type="button"
                  ref={index === 0 ? focusFirst : undefined}
                  role="menuitem"
                  className={menuStyles['item']}
                  onClick={choose(() => void bridge.invoke('accounts.switch', entry.key).catch(() => {}))}
                >
                  <AccountLine entry={entry} />
                </button>
              ))}
            </div>
          )}
          <button
            type="button"
            role="menuitem"
            className={menuStyles['item']}
            onClick={choose(() => void bridge.invoke('accounts.add').catch(() => {}))}
          >
            {t('accountMenu.add')}
          </button>
          <button type="button" role="menuitem" className={menuStyles['item']} onClick={choose(() => setRemoving(true))}>
            {t('accountMenu.remove')}
          </button>
          <button
            type="button"
            role="menuitem"
            ref={focusFirst}
            className={`${menuStyles['item'] ?? ''} ${styles['leave'] ?? ''}`}
            onClick={choose(() => void bridge.invoke('session.signOut').catch(() => {}))}
          >
            {t('accountMenu.signOut')}
          </button>
        </div>
      </div>
      {removing && (
        <OverPage onClose={() => setRemoving(false)}>
          <RemoveAccount account={current} email={account.email} onClose={() => setRemoving(false)} />
        </OverPage>
      )}
    </>
  )
}

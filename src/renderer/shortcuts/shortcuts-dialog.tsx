import { commands, shortcutsOf } from '../../contract/shortcuts'
import { Modal } from '../controls/modal'
import { useWords } from '../i18n/words'
import { pageHref } from '../shell/use-page'
import { useAppState } from '../state/client'
import { commandWords } from './command-words'
import { isMac } from './is-mac'
import { Keys } from './keys'
import styles from './shortcuts-dialog.module.css'

/** The list of all shortcuts, as they are now. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const chosen = useAppState((state) => state.settings.shortcuts)
  const shortcuts = shortcutsOf(chosen, isMac)
  return (
    <Modal title={t('shortcuts.title')} onClose={onClose}>
      <dl className={styles['list']}>
        {commands.map((command) => (
          <div key={command} className={styles['line']}>
            <dt>{t(commandWords[command])}</dt>
            <dd>
              <Keys keys={shortcuts[command]} />
            </dd>
          </div>
        ))}
      </dl>
      <a className={styles['change']} href={pageHref('settings.shortcuts')} onClick={onClose}>
        {t('shortcuts.changeThem')}
      </a>
    </Modal>
  )
}

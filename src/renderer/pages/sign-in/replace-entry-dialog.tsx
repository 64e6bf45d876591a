import { Button } from '../../controls/button'
import { Modal } from '../../controls/modal'
import { useWords } from '../../i18n/words'
import styles from './replace-entry-dialog.module.css'

interface ReplaceEntryDialogProps {
  isBusy: boolean
  onReplace: () => void
  onClose: () => void
}

/** Asks before an entry of the keychain that Parley did not write, or can't read any more, is replaced. */
export function ReplaceEntryDialog({ isBusy, onReplace, onClose }: ReplaceEntryDialogProps) {
  const { t } = useWords()
  return (
    <Modal title={t('keychain.replaceTitle')} onClose={onClose}>
      <p>{t('keychain.replaceText')}</p>
      <div className={styles['actions']}>
        <Button look="danger" isBusy={isBusy} onClick={onReplace}>
          {t('keychain.replaceAction')}
        </Button>
        <Button onClick={onClose}>{t('keychain.replaceCancel')}</Button>
      </div>
    </Modal>
  )
}

import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { useWords } from '../../i18n/words'

interface ReplaceEntryDialogProps {
  isBusy: boolean
  onReplace: () => void
  onClose: () => void
}

/** Asks before an entry of the keychain that Parley did not write, or can't read any more, is replaced. */
export function ReplaceEntryDialog({ isBusy, onReplace, onClose }: ReplaceEntryDialogProps) {
  const { t } = useWords()
  return (
    <Modal
      title={t('keychain.replaceTitle')}
      onClose={onClose}
      foot={
        <ModalActions>
          <Button look="danger" isBusy={isBusy} onClick={onReplace}>
            {t('keychain.replaceAction')}
          </Button>
          <Button onClick={onClose}>{t('keychain.replaceCancel')}</Button>
        </ModalActions>
      }
    >
      <p>{t('keychain.replaceText')}</p>
    </Modal>
  )
}

import { useState } from 'react'
import type { BulkAction, Selection } from '../../contract/bulk-jobs'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../i18n/words'
import { BulkForm } from './bulk-form'

interface BulkDialogProps {
  /** Null while the dialog is closed. */
  action: BulkAction['type'] | null
  selection: Selection
  onClose: () => void
}

/** What a bulk change would do, before it begins. */
export function BulkDialog({ action, selection, onClose }: BulkDialogProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(action)
  if (action !== null && action !== shown) setShown(action)
  return (
    <Dialog
      isOpen={action !== null}
      onClose={onClose}
      title={shown === null ? '' : t(`bulk.actions.${shown}`)}
      closeLabel={t('changeLicence.close')}
      width={520}
    >
      {shown !== null && <BulkForm key={shown} type={shown} selection={selection} onClose={onClose} />}
    </Dialog>
  )
}

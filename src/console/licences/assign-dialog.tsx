import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Licence } from '../../contract/licence'
import { Dialog } from '../../ui/dialog'
import { BulkForm } from '../bulk/bulk-form'
import { useLastShown } from '../fields/use-last-shown'
import { useWords } from '../i18n/words'
import { PeoplePicker } from './people-picker'

interface AssignDialogProps {
  /** Null while the dialog is closed. */
  licence: Licence | null
  onClose: () => void
}

/** Gives a licence to people who are looked for by name; what would happen is shown before it begins. */
export function AssignDialog({ licence, onClose }: AssignDialogProps) {
  const { t } = useWords()
  const shown = useLastShown(licence)
  return (
    <Dialog
      isOpen={licence !== null}
      onClose={onClose}
      title={t('licences.assignNamed', { name: shown?.name ?? '' })}
      closeLabel={t('changeLicence.close')}
      width={520}
    >
      {shown !== null && <AssignForm key={shown.id} licence={shown} onClose={onClose} />}
    </Dialog>
  )
}

function AssignForm({ licence, onClose }: { licence: Licence; onClose: () => void }) {
  const { t } = useWords()
  const [ids, setIds] = useState<readonly string[]>([])
  return (
    <Stack gap="md">
      <PeoplePicker licence={licence} chosen={ids} onChoose={setIds} />
      {ids.length === 0 ? (
        <Button variant="default" className="people-cancel" onClick={onClose}>
          {t('cancel')}
        </Button>
      ) : (
        <BulkForm type="assign-licence" fixedLicenceId={licence.id} selection={{ kind: 'ids', ids: [...ids] }} onClose={onClose} />
      )}
    </Stack>
  )
}

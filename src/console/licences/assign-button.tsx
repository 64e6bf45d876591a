import { Button } from '@mantine/core'
import type { Licence } from '../../contract/licence'
import { useWords } from '../i18n/words'
import { licenceChoices } from '../users/licence-choices'

interface AssignButtonProps {
  licence: Licence
  /** ISO 8601 date. */
  today: string
  onAssign: (licence: Licence) => void
}

/** Opens the dialog that gives a licence to people; not where nobody can be given it. */
export function AssignButton({ licence, today, onAssign }: AssignButtonProps) {
  const { t } = useWords()
  const isBlocked = licenceChoices([licence], new Set(), today).some(({ blocked }) => blocked !== null)
  return (
    <Button
      variant="default"
      disabled={isBlocked}
      aria-haspopup="dialog"
      aria-label={t('licences.assignOf', { name: licence.name })}
      onClick={() => onAssign(licence)}
    >
      {t('licences.assign')}
    </Button>
  )
}

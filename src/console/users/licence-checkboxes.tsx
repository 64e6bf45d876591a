import { Checkbox } from '@mantine/core'
import { useWords } from '../i18n/words'
import type { LicenceChoice } from './licence-choices'
import { useLicenceHint } from './use-licence-hint'

interface LicenceCheckboxesProps {
  choices: readonly LicenceChoice[]
  /** Ids of the chosen licences. */
  value: string[]
  onChange: (licenceIds: string[]) => void
}

/** The company's licences that a user can have beside a Meeting licence. */
export function LicenceCheckboxes({ choices, value, onChange }: LicenceCheckboxesProps) {
  const { t } = useWords()
  const hint = useLicenceHint()
  return (
    <Checkbox.Group label={t('changeLicence.others')} value={value} onChange={onChange}>
      <div className="licence-radios">
        {choices.map((choice) => (
          <Checkbox
            key={choice.licence.id}
            value={choice.licence.id}
            label={
              choice.isCurrent ? t('changeLicence.current', { name: choice.licence.name }) : choice.licence.name
            }
            description={hint(choice)}
            disabled={choice.blocked !== null}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

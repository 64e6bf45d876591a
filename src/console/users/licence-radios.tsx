import { Radio } from '@mantine/core'
import { useWords } from '../i18n/words'
import type { LicenceChoice } from './licence-choices'
import { useLicenceHint } from './use-licence-hint'

/** Stands for no licence among the values of the radio buttons; no licence's id is empty. */
const none = ''

/**
 * Focus begins at what is chosen, which is at first what the user has, whether the licences are there when the dialog opens or come later.
 * The dialog gives the focus once more a moment after it has opened: to what is chosen by then, should somebody have been quicker.
 */
const focusedFirst = (isChosen: boolean) => (isChosen ? { autoFocus: true, 'data-autofocus': true } : {})

interface LicenceRadiosProps {
  choices: readonly LicenceChoice[]
  /** The user has no Meeting licence now. */
  hasNone: boolean
  /** The chosen licence's id, or null for none. */
  value: string | null
  onChange: (licenceId: string | null) => void
}

/** The company's Meeting licences, of which a user has one at most, with what is left of each and why some can't be given. */
export function LicenceRadios({ choices, hasNone, value, onChange }: LicenceRadiosProps) {
  const { t } = useWords()
  const hint = useLicenceHint()
  const named = (name: string, isCurrent: boolean) => (isCurrent ? t('changeLicence.current', { name }) : name)

  return (
    <Radio.Group
      name="licence"
      aria-label={t('changeLicence.legend')}
      value={value ?? none}
      onChange={(chosen) => onChange(chosen === none ? null : chosen)}
    >
      <div className="licence-radios">
        {choices.map((choice) => (
          <Radio
            key={choice.licence.id}
            value={choice.licence.id}
            label={named(choice.licence.name, choice.isCurrent)}
            description={hint(choice)}
            disabled={choice.blocked !== null}
            {...focusedFirst(choice.licence.id === value)}
          />
        ))}
        <Radio
          value={none}
          label={named(t('changeLicence.noLicence'), hasNone)}
          description={hasNone ? null : t('changeLicence.noLicenceHint')}
          {...focusedFirst(value === null)}
        />
      </div>
    </Radio.Group>
  )
}

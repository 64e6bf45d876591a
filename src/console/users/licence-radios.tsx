import { Radio } from '@mantine/core'
import { dayInWords } from '../../ui/dates'
import { useWords } from '../i18n/words'
import type { LicenceChoice } from './licence-choices'

/** Stands for no licence among the values of the radio buttons; no licence's id is empty. */
const none = ''

/** Focus begins at what the user has now, whether the licences are there when the dialog opens or come later. */
const focusedFirst = (isCurrent: boolean) => (isCurrent ? { autoFocus: true, 'data-autofocus': true } : {})

interface LicenceRadiosProps {
  choices: readonly LicenceChoice[]
  /** The user has no licence now. */
  hasNone: boolean
  /** The chosen licence's id, or null for none. */
  value: string | null
  onChange: (licenceId: string | null) => void
}

/** The company's licences, with what is left of each and why some can't be given. */
export function LicenceRadios({ choices, hasNone, value, onChange }: LicenceRadiosProps) {
  const { t, language } = useWords()

  const hint = ({ licence, seatsLeft, blocked }: LicenceChoice) => {
    const { seats, endsOn } = licence
    if (blocked === 'expired' && endsOn !== null) {
      return t('changeLicence.blocked.expired', { date: dayInWords(endsOn, language) })
    }
    if (blocked === 'no-seats') return t('changeLicence.blocked.no-seats', { seats })
    if (blocked !== null) return t('changeLicence.blocked.switched-off')
    return t('changeLicence.seatsLeft', { count: seatsLeft, seats })
  }
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
            {...focusedFirst(choice.isCurrent)}
          />
        ))}
        <Radio
          value={none}
          label={named(t('changeLicence.noLicence'), hasNone)}
          description={t('changeLicence.noLicenceHint')}
          {...focusedFirst(hasNone)}
        />
      </div>
    </Radio.Group>
  )
}

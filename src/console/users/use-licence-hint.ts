import { dayInWords } from '../../ui/dates'
import { useWords } from '../i18n/words'
import type { LicenceChoice } from './licence-choices'

/** Gives the words for what is left of a licence, or for why it can't be given. */
export function useLicenceHint(): (choice: LicenceChoice) => string {
  const { t, language } = useWords()
  return ({ licence, seatsLeft, blocked }) => {
    const { seats, endsOn } = licence
    if (blocked === 'expired' && endsOn !== null) {
      return t('changeLicence.blocked.expired', { date: dayInWords(endsOn, language) })
    }
    if (blocked === 'no-seats') return t('changeLicence.blocked.no-seats', { seats })
    if (blocked !== null) return t('changeLicence.blocked.switched-off')
    return t('changeLicence.seatsLeft', { count: seatsLeft, seats })
  }
}

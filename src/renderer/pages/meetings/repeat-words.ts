import type { Meeting } from '../../../contract/meeting'
import { weekdays, type Recurrence } from '../../../contract/recurrence'
import { dayInWords } from '../../../ui/dates'
import { useWords } from '../../i18n/words'

/** Monday of some week; the days of the week are named from it. */
const monday = Date.UTC(2024, 0, 1)

/** Says how a meeting repeats: *Every 2 weeks on Monday and Friday, until 1 June 2026*. */
export function useRepeatWords(): (meeting: Pick<Meeting, 'recurrence'>) => string {
  const { t, language } = useWords()

  function daysOf({ weekdays: days }: Recurrence): string {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
    const names = days.map((each) => name.format(monday + weekdays.indexOf(each) * 86_400_000))
    return new Intl.ListFormat(language).format(names)
  }

  function every(rule: Recurrence): string {
    const count = rule.interval
    switch (rule.frequency) {
      case 'daily':
        return t('repeat.days', { count })
      case 'weekly':
        return rule.weekdays.length === 0 ? t('repeat.weeks', { count }) : t('repeat.weeksOn', { count, days: daysOf(rule) })
      case 'monthly':
        return t('repeat.months', { count })
      case 'yearly':
        return t('repeat.years', { count })
    }
  }

  return ({ recurrence }) => {
    if (recurrence === null) return t('repeat.never')
    if (recurrence === 'other') return t('repeat.other')
    const { ends } = recurrence
    if (ends === null) return every(recurrence)
    if ('on' in ends) return t('repeat.until', { rule: every(recurrence), date: dayInWords(ends.on, language) })
    return t('repeat.times', { rule: every(recurrence), count: ends.after })
  }
}

import { useId } from 'react'
import { Select, TextField } from '../../controls/field'
import { useWords, type Word } from '../../i18n/words'
import styles from './schedule-dialog.module.css'
import { repeats, type ScheduleForm, type ScheduleProblems } from './schedule-form'

interface RepeatFieldsProps {
  form: ScheduleForm
  problems: ScheduleProblems
  onChange: (part: Partial<ScheduleForm>) => void
}

const words: Readonly<Record<(typeof repeats)[number], Word>> = {
  never: 'repeat.never',
  daily: 'repeat.daily',
  workdays: 'repeat.workdays',
  weekly: 'repeat.weekly',
  'two-weeks': 'repeat.twoWeeks',
  monthly: 'repeat.monthly',
  yearly: 'repeat.yearly',
}

const endings = [
  { ends: 'never', word: 'repeat.endsNever' },
  { ends: 'on', word: 'repeat.endsOn' },
  { ends: 'after', word: 'repeat.endsAfter' },
] as const

/** How a meeting repeats, and when that ends. */
export function RepeatFields({ form, problems, onChange }: RepeatFieldsProps) {
  const { t } = useWords()
  const id = useId()
  const isRepeated = form.repeat !== 'never' && form.repeat !== 'as-is'
  return (
    <div className={styles['repeat']}>
      <Select id={`${id}-repeat`} label={t('repeat.label')} value={form.repeat} onChange={(value) => onChange({ repeat: repeats.find((each) => each === value) ?? 'as-is' })}>
        {form.repeat === 'as-is' && <option value="as-is">{t('repeat.asIs')}</option>}
        {repeats.map((repeat) => (
          <option key={repeat} value={repeat}>
            {t(words[repeat])}
          </option>
        ))}
      </Select>
      {isRepeated && (
        <Select id={`${id}-ends`} label={t('repeat.ends')} value={form.ends} onChange={(value) => onChange({ ends: endings.find(({ ends }) => ends === value)?.ends ?? 'never' })}>
          {endings.map(({ ends, word }) => (
            <option key={ends} value={ends}>
              {t(word)}
            </option>
          ))}
        </Select>
      )}
      {isRepeated && form.ends === 'on' && (
        <TextField label={t('repeat.lastDay')} type="date" problem={problems.lastDay && t('repeat.lastDayWrong')} value={form.lastDay} onChange={(lastDay) => onChange({ lastDay })} />
      )}
      {isRepeated && form.ends === 'after' && (
        <TextField
          label={t('repeat.timesLabel')}
          type="number"
          min={1}
          max={999}
          problem={problems.times && t('repeat.timesWrong')}
          value={form.times}
          onChange={(times) => onChange({ times })}
        />
      )}
    </div>
  )
}

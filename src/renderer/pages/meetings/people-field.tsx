import { IconX } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { useWords } from '../../i18n/words'
import { withPerson, type PersonLine } from './person-line'
import styles from './schedule-dialog.module.css'

interface PeopleFieldProps {
  line: PersonLine
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** The people that are asked to come: found among the company's by their names, or any other e-mail address. */
export function PeopleField({ line, chosen, onChange }: PeopleFieldProps) {
  const { t } = useWords()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)

  function add() {
    const taken = line.take()
    if (taken.outcome === 'person') onChange(withPerson(chosen, taken.email))
  }

  function remove(email: string) {
    onChange(chosen.filter((each) => each !== email))
    // Its button has gone.
    field.current?.focus()
  }

  return (
    <div className={styles['people']}>
      <div className={styles['add']}>
        <TextField
          ref={field}
          label={t('schedule.people')}
          hint={t('schedule.peopleHint')}
          problem={line.isWrong ? t('schedule.peopleWrong') : null}
          value={line.text}
          list={id}
          autoComplete="off"
          onChange={line.type}
          onKeyDown={(event) => {
            // Enter adds the person here; it must not send the form.
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button onClick={add}>{t('schedule.add')}</Button>
      </div>
      <datalist id={id}>
        {line.offered.map((contact) => (
          <option key={contact.id} value={contact.email}>
            {contact.name}
          </option>
        ))}
      </datalist>
      {chosen.length > 0 && (
        <ul className={styles['chosen']} aria-label={t('meetings.invited')}>
          {chosen.map((email) => (
            <li key={email}>
              <bdi>{line.nameOf(email)}</bdi>
              <button type="button" className={styles['remove']} aria-label={t('schedule.remove', { name: line.nameOf(email) })} onClick={() => remove(email)}>
                <IconX size={16} stroke={2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

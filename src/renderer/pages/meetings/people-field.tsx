import { IconX } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { useWords } from '../../i18n/words'
import { findContacts } from '../contacts/find-contacts'
import { useContacts } from '../contacts/use-contacts'
import styles from './schedule-dialog.module.css'

/** Names that are offered while one types. */
const offered = 12

/** The people that are asked to come: found among the company's by their names, or any other e-mail address. */
export function PeopleField({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  const { t } = useWords()
  const id = useId()
  const line = useRef<HTMLInputElement>(null)
  const { list } = useContacts()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const contacts = list?.items ?? []
  const found = text.trim() === '' ? [] : findContacts(contacts, text).slice(0, offered)
  const nameOf = (email: string): string => contacts.find((contact) => contact.email === email)?.name ?? email

  function add() {
    const wanted = text.trim()
    if (wanted === '') return
    const [only, ...others] = found
    const exact = contacts.find(({ name, email }) => email === wanted || name === wanted)
    const email = exact?.email ?? (isEmail(wanted) ? wanted : others.length === 0 ? only?.email : undefined)
    setWrong(email === undefined)
    if (email === undefined) return
    setText('')
    if (!chosen.includes(email)) onChange([...chosen, email])
  }

  function remove(email: string) {
    onChange(chosen.filter((each) => each !== email))
    // Its button has gone.
    line.current?.focus()
  }

  return (
    <div className={styles['people']}>
      <div className={styles['add']}>
        <TextField
          ref={line}
          label={t('schedule.people')}
          hint={t('schedule.peopleHint')}
          problem={isWrong ? t('schedule.peopleWrong') : null}
          value={text}
          list={id}
          autoComplete="off"
          onChange={(value) => {
            setText(value)
            setWrong(false)
          }}
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
        {found.map((contact) => (
          <option key={contact.id} value={contact.email}>
            {contact.name}
          </option>
        ))}
      </datalist>
      {chosen.length > 0 && (
        <ul className={styles['chosen']} aria-label={t('meetings.invited')}>
          {chosen.map((email) => (
            <li key={email}>
              <bdi>{nameOf(email)}</bdi>
              <button type="button" className={styles['remove']} aria-label={t('schedule.remove', { name: nameOf(email) })} onClick={() => remove(email)}>
                <IconX size={16} stroke={2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What may be an address; the workspace knows better. */
function isEmail(text: string): boolean {
  return text.length <= 100 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}

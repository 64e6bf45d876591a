import { Button, Input, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { eventNames } from '../../contract/console-events'
import { useWords } from '../i18n/words'
import { noFilter, type EventsFilter } from './events-address'

interface EventsFilterFormProps {
  filter: EventsFilter
  onFilter: (filter: EventsFilter) => void
}

/** Who, what, whom and when. */
export function EventsFilterForm({ filter, onFilter }: EventsFilterFormProps) {
  const { t } = useWords()
  const id = useId()
  const [wanted, setWanted] = useState(filter)
  const isFiltered = Object.values(filter).some((value) => value !== '')
  const chooseName = (chosen: string) =>
    setWanted({ ...wanted, name: eventNames.find((name) => name === chosen) ?? '' })
  const text = (field: 'author' | 'affected' | 'from' | 'to', type: 'text' | 'date') => (
    <TextInput
      type={type}
      label={t(`events.filter.${field}`)}
      maxLength={100}
      value={wanted[field]}
      onChange={(event) => setWanted({ ...wanted, [field]: event.currentTarget.value })}
    />
  )
  return (
    <form
      className="events-filter"
      role="search"
      aria-label={t('events.filter.name')}
      onSubmit={(event) => {
        event.preventDefault()
        onFilter(wanted)
      }}
    >
      {text('author', 'text')}
      <div>
        <Input.Label htmlFor={id}>{t('events.filter.event')}</Input.Label>
        <select id={id} value={wanted.name} onChange={(event) => chooseName(event.currentTarget.value)}>
          <option value="">{t('events.filter.all')}</option>
          {eventNames.map((name) => (
            <option key={name} value={name}>
              {t(`events.names.${name}`)}
            </option>
          ))}
        </select>
      </div>
      {text('affected', 'text')}
      {text('from', 'date')}
      {text('to', 'date')}
      <div className="events-filter-actions">
        <Button type="submit">{t('events.filter.submit')}</Button>
        {isFiltered && (
          <Button variant="default" onClick={() => onFilter(noFilter)}>
            {t('events.clear')}
          </Button>
        )}
      </div>
    </form>
  )
}

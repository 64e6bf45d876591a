import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'

/** Milliseconds without a key until what was typed is searched for. */
const pause = 250

interface SearchFieldProps {
  /** What assistive technology calls it. */
  label: string
  hint: string
  clearLabel: string
  /** What is searched for now. */
  search: string
  onSearch: (search: string) => void
}

/** Searches while people type, and follows when back or forward changes the search. */
export function SearchField({ label, hint, clearLabel, search, onSearch }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(search)
  const [seen, setSeen] = useState(search)
  const searchSoon = useDebouncedCallback(onSearch, pause)

  if (seen !== search) {
    setSeen(search)
    if (typed.trim() !== search) setTyped(search)
  }

  const type = (text: string) => {
    setTyped(text)
    searchSoon(text.trim())
  }
  const clear = () => {
    searchSoon.cancel()
    setTyped('')
    onSearch('')
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') searchSoon.flush()
    if (event.key === 'Escape' && typed !== '') clear()
  }

  return (
    <TextInput
      ref={input}
      className="search-field"
      role="searchbox"
      aria-label={label}
      placeholder={hint}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label={clearLabel} onClick={clear} />}
      value={typed}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

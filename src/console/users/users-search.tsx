import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../i18n/words'

/** Milliseconds without a key until what was typed is searched for. */
const pause = 250

interface UsersSearchProps {
  /** What is searched for now. */
  search: string
  onSearch: (search: string) => void
}

/** Searches while people type, and follows when back or forward changes the search. */
export function UsersSearch({ search, onSearch }: UsersSearchProps) {
  const { t } = useWords()
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
      className="users-search"
      role="searchbox"
      aria-label={t('users.search')}
      placeholder={t('users.searchHint')}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label={t('users.clearSearch')} onClick={clear} />}
      value={typed}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

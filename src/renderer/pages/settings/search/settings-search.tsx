import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '../../../i18n/words'
import { settingsSearchId } from '../../../shell/use-commands'
import { usePage } from '../../../shell/use-page'
import { searchOver } from './find-settings'
import { findables, pageWords, type Findable } from './index-of-settings'
import { showSetting } from './show-setting'
import styles from './settings-search.module.css'

/** The search over all settings: what is chosen from it is shown on its page (ARIA Authoring Practices, Combobox). */
export function SettingsSearch() {
  const { t } = useWords()
  const [, goTo] = usePage()
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const [wanted, setWanted] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [current, setCurrent] = useState(0)
  const isAsked = wanted.trim() !== ''
  // Made when it is first needed: another language is shown without waiting for it.
  const search = useMemo(
    () => (isAsked ? searchOver(findables.map((thing) => ({ thing, label: t(thing.label), more: thing.more.map((word) => t(word)) }))) : null),
    [t, isAsked],
  )
  const found = useMemo(() => search?.(wanted) ?? [], [search, wanted])
  const isShown = isOpen && isAsked
  const optionId = (index: number) => `${listId}-${String(index)}`

  useEffect(() => {
    // The focus stays in the field, so that no browser scrolls to it.
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function choose({ page, setting }: Findable) {
    setOpen(false)
    setWanted('')
    goTo({ page })
    if (setting !== null) showSetting(setting)
  }

  function hear(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setOpen(true)
      setCurrent((before) => (before + step + found.length) % found.length)
    } else if (event.key === 'Enter') {
      const chosen = found[current]
      if (isShown && chosen !== undefined) choose(chosen)
    } else if (event.key === 'Escape') {
      setOpen(false)
      setWanted('')
    }
  }

  return (
    <div className={styles['search']}>
      <IconSearch className={styles['icon']} size={18} stroke={1.75} aria-hidden />
      <input
        id={settingsSearchId}
        className={styles['input']}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('settings.search')}
        placeholder={t('settings.searchHint')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isShown && found.length > 0 ? { 'aria-activedescendant': optionId(current) } : {})}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value)
          setCurrent(0)
          setOpen(true)
        }}
        onKeyDown={hear}
        onBlur={() => setOpen(false)}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={t('settings.search')} className={styles['list']} hidden={!isShown || found.length === 0}>
        {found.map((each, index) => (
          <li
            key={`${each.page} ${each.setting ?? ''}`}
            id={optionId(index)}
            role="option"
            aria-selected={index === current}
            className={styles['option']}
            // The cursor stays in the field, so that it does not close before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(each)}
          >
            <span>{t(each.label)}</span>
            {each.setting !== null && <span className={styles['page']}>{t(pageWords.get(each.page) ?? 'settings.name')}</span>}
          </li>
        ))}
      </ul>
      <p role="status" className={styles['none']} hidden={!isShown || found.length > 0}>
        {isShown && found.length === 0 && t('settings.searchNone')}
      </p>
    </div>
  )
}

import { useEffect, useRef } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { pagePath } from '../../contract/routes'
import { followCommands, type CommandPlaces } from '../state/commands'
import { useClient } from '../state/client'

/** Id of the search over all settings. */
export const settingsSearchId = 'settings-search'

/** Does what the menu and keys ask for while somebody is signed in; a question mark alone shows the list of shortcuts, too. */
export function useCommands({ showShortcuts, toggleMini }: Pick<CommandPlaces, 'showShortcuts' | 'toggleMini'>): void {
  const { bridge, switches } = useClient()
  const current = useRef({ showShortcuts, toggleMini })
  useEffect(() => {
    current.current = { showShortcuts, toggleMini }
  })
  useEffect(() => {
    const show = () => current.current.showShortcuts()
    const searchSettings = () => {
      if (document.getElementById(settingsSearchId) === null) navigate(pagePath({ page: 'settings.account' }))
      focusSoon(settingsSearchId)
    }
    const places = { switches, toggleMini: () => current.current.toggleMini(), showShortcuts: show, searchSettings }
    const unfollow = followCommands(bridge, places)
    const hear = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      show()
    }
    window.addEventListener('keydown', hear)
    return () => {
      unfollow()
      window.removeEventListener('keydown', hear)
    }
  }, [bridge, switches])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null
}

/** A page that opens takes the focus for its heading first; the search comes after it. */
function focusSoon(id: string, tries = 60): void {
  const found = document.getElementById(id)
  if (found !== null) found.focus()
  else if (tries > 0) requestAnimationFrame(() => focusSoon(id, tries - 1))
}

import { useEffect, useState } from 'react'
import { commands, defaultShortcuts, type ShortcutStatus } from '../../../../contract/shortcuts'
import { Button } from '../../../controls/button'
import { useWords } from '../../../i18n/words'
import { useAppState, useClient } from '../../../state/client'
import section from '../section.module.css'
import { SettingsFrame } from '../settings-frame'
import { useChangeSettings } from '../use-change-settings'
import { ShortcutRow } from './shortcut-row'

/** What keys do, and other keys for it. */
export default function ShortcutsPage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const chosen = useAppState((state) => state.settings.shortcuts)
  const managed = useAppState((state) => state.policy.managed)
  const [status, setStatus] = useState<ShortcutStatus | null>(null)
  const [failed, change] = useChangeSettings()
  const isChanged = commands.some((command) => chosen[command] !== 'default' && !managed.includes(`shortcuts.${command}`))

  useEffect(() => {
    let shown = true
    bridge.invoke('shortcuts.status').then(
      (answer) => shown && setStatus(answer),
      () => undefined,
    )
    return () => {
      shown = false
    }
  }, [bridge, chosen])

  function resetAll() {
    const free = Object.entries(defaultShortcuts).filter(([command]) => !managed.includes(`shortcuts.${command}`))
    change({ shortcuts: Object.fromEntries(free) })
  }

  return (
    <SettingsFrame title={t('settings.shortcuts')} failed={failed}>
      <ul className={section['section']}>
        {commands.map((command) => (
          <ShortcutRow key={command} command={command} chosen={chosen} status={status} onChange={(keys) => change({ shortcuts: { [command]: keys } })} />
        ))}
      </ul>
      {isChanged && (
        <div className={section['row']}>
          <Button onClick={resetAll}>{t('shortcuts.resetAll')}</Button>
        </div>
      )}
    </SettingsFrame>
  )
}

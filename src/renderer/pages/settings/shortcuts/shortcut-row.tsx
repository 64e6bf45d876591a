import { useEffect, useRef, useState } from 'react'
import { readPressedKeys, type PressedKeys } from '../../../../contract/pressed-keys'
import { conflictOf, isEverywhere, keysOf, type ChosenShortcuts, type Command, type ShortcutStatus } from '../../../../contract/shortcuts'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords, type Word } from '../../../i18n/words'
import { commandWords } from '../../../shortcuts/command-words'
import { isMac } from '../../../shortcuts/is-mac'
import { Keys } from '../../../shortcuts/keys'
import { useManaged } from '../../../state/client'
import { ManagedHint } from '../managed-hint'
import styles from './shortcut-row.module.css'

type Problem = Exclude<PressedKeys, { keys: string }>['problem']

const problemWords: Readonly<Record<Exclude<Problem, 'incomplete'>, Word>> = {
  alone: 'shortcuts.alone',
  reserved: 'shortcuts.reserved',
  unknown: 'shortcuts.unknown',
}

interface ShortcutRowProps {
  command: Command
  chosen: ChosenShortcuts
  status: ShortcutStatus | null
  /** Takes other keys, `none` or `default`. */
  onChange: (keys: string) => void
}

/** One command with its keys: what is wrong with them, and how to choose others. */
export function ShortcutRow({ command, chosen, status, onChange }: ShortcutRowProps) {
  const { t } = useWords()
  const isManaged = useManaged(`shortcuts.${command}`)
  const [isListening, setListening] = useState(false)
  const wasListening = useRef(false)
  const changing = useRef<HTMLButtonElement>(null)
  const name = t(commandWords[command])
  const keys = keysOf(command, chosen, isMac)
  const conflict = conflictOf(command, chosen, isMac)
  const hint = hintOf(command, status)
  const isRefused = isEverywhere(command) && status?.[command] === 'refused'
  const isAsked = isEverywhere(command) && status?.[command] === 'asked'

  useEffect(() => {
    // Whoever pressed keys, or thought better of it, is where they were before. Whoever went elsewhere stays there.
    if (wasListening.current && !isListening && document.activeElement === document.body) changing.current?.focus()
    wasListening.current = isListening
  }, [isListening])

  function choose(next: string) {
    setListening(false)
    onChange(next)
  }

  return (
    <li className={styles['row']} data-setting={`shortcuts.${command}`}>
      <div className={styles['line']}>
        <p>{name}</p>
        {isListening ? (
          <KeyListener label={t('shortcuts.pressFor', { command: name })} onKeys={choose} onCancel={() => setListening(false)} />
        ) : (
          <div className={styles['actions']}>
            <Keys keys={keys} />
            {!isManaged && (
              <>
                <Button ref={changing} look="quiet" aria-label={t('shortcuts.changeWhich', { command: name })} onClick={() => setListening(true)}>
                  {t('shortcuts.change')}
                </Button>
                {keys !== '' && (
                  <Button look="quiet" aria-label={t('shortcuts.removeWhich', { command: name })} onClick={() => choose('none')}>
                    {t('shortcuts.remove')}
                  </Button>
                )}
                {chosen[command] !== 'default' && (
                  <Button look="quiet" aria-label={t('shortcuts.resetWhich', { command: name })} onClick={() => choose('default')}>
                    {t('shortcuts.reset')}
                  </Button>
                )}
              </>
            )}
          </div>
        )}
      </div>
      {hint !== null && <p className={styles['hint']}>{t(hint)}</p>}
      {isAsked && <p className={styles['hint']}>{t('shortcuts.askedByDesktop')}</p>}
      {isManaged && <ManagedHint />}
      {conflict !== null && <Message kind="warning">{t('shortcuts.conflict', { command: t(commandWords[conflict]) })}</Message>}
      {isRefused && conflict === null && <Message kind="warning">{t(isManaged ? 'shortcuts.refusedManaged' : 'shortcuts.refused')}</Message>}
    </li>
  )
}

function hintOf(command: Command, status: ShortcutStatus | null): Word | null {
  if (command === 'muteEverywhere') return 'shortcuts.everywhereHint'
  if (command !== 'pushToTalk') return null
  return status?.talking === 'press' ? 'shortcuts.talkPressHint' : 'shortcuts.talkHoldHint'
}

interface KeyListenerProps {
  label: string
  onKeys: (keys: string) => void
  onCancel: () => void
}

/** Waits for keys. Escape, or going elsewhere, leaves them as they were. */
function KeyListener({ label, onKeys, onCancel }: KeyListenerProps) {
  const { t } = useWords()
  const [problem, setProblem] = useState<Problem>('incomplete')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <div className={styles['listener']}>
      <button
        ref={button}
        type="button"
        className={styles['listening']}
        aria-label={label}
        onBlur={onCancel}
        onKeyDown={(event) => {
          if (event.key === 'Tab') return
          // Neither the page nor the menu is to act on it.
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') return onCancel()
          const pressed = readPressedKeys(event, isMac)
          if ('keys' in pressed) onKeys(pressed.keys)
          else setProblem(pressed.problem)
        }}
      >
        {t('shortcuts.press')}
      </button>
      <p role="alert" className={styles['problem']}>
        {problem !== 'incomplete' && t(problemWords[problem])}
      </p>
    </div>
  )
}

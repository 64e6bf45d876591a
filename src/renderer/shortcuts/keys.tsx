import { useWords, type Word } from '../i18n/words'
import { isMac } from './is-mac'
import styles from './keys.module.css'

const macSigns: Readonly<Record<string, string>> = { CommandOrControl: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }
const words: Readonly<Record<string, Word>> = {
  CommandOrControl: 'shortcuts.keyControl',
  Control: 'shortcuts.keyControl',
  Alt: 'shortcuts.keyAlt',
  Shift: 'shortcuts.keyShift',
  Space: 'shortcuts.keySpace',
}
const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }

/** Keys as they stand on the keyboard; they are read from left to right in every language. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useWords()
  if (keys === '') return <span className={styles['none']}>{t('shortcuts.none')}</span>
  const nameOf = (key: string): string => {
    const sign = isMac ? macSigns[key] : undefined
    const word = words[key]
    return sign ?? (word === undefined ? (arrows[key] ?? key) : t(word))
  }
  return (
    <span className={styles['keys']} dir="ltr">
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles['key']}>
          {nameOf(key)}
        </kbd>
      ))}
    </span>
  )
}

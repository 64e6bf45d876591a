import { useState, type SyntheticEvent } from 'react'
import type { PastedAnswer } from '../../../contract/session'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { useWords } from '../../i18n/words'
import { useClient } from '../../state/client'
import styles from './trouble.module.css'

/** Signing in with an answer that is copied in the browser and pasted here. */
export function PasteWay() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Exclude<PastedAnswer, 'taken'> | null>(null)

  const paste = async () => {
    const outcome = await bridge.invoke('session.pasteAnswer', text).catch(() => 'not-an-answer' as const)
    // Once it is taken, this page is gone in a moment.
    setProblem(outcome === 'taken' ? null : outcome)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void paste()
  }

  return (
    <section className={styles['way']}>
      <h2 className={styles['title']}>{t('signIn.ways.paste.title')}</h2>
      <p className={styles['hint']}>{t('signIn.ways.paste.hint')}</p>
      <Button onClick={() => void bridge.invoke('session.openAnswerPage').catch(() => {})}>
        {t('signIn.ways.paste.open')}
      </Button>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextField
          label={t('signIn.ways.paste.field')}
          value={text}
          onChange={(value) => {
            setText(value)
            setProblem(null)
          }}
          problem={problem === null ? null : t(`signIn.ways.paste.problems.${problem}`)}
          autoComplete="off"
          spellCheck={false}
          maxLength={8_192}
          dir="ltr"
        />
        <Button type="submit">{t('signIn.ways.paste.use')}</Button>
      </form>
    </section>
  )
}

import { useState, type SyntheticEvent } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { useWords } from '../../i18n/words'
import { useClient } from '../../state/client'
import { startWords } from '../../state/start-words'
import styles from './other-places.module.css'
import type { QuestionProps } from './place-question'
import { useStartSignIn } from './use-start-sign-in'

/** Asks where a company's workspace is: what was typed stays when nothing is found there. */
export default function AddressQuestion({ kind, onBack }: QuestionProps) {
  const { t } = useWords()
  const { bridge } = useClient()
  const [typed, setTyped] = useState('')
  const [problem, start, busy] = useStartSignIn()
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!busy) start(kind, typed)
  }
  const leave = () => {
    // No browser is opened for whoever has gone back.
    if (busy) void bridge.invoke('session.cancelSignIn').catch(() => {})
    onBack()
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-busy={busy}>
      <TextField
        label={t('place.address')}
        hint={t('place.addressHint')}
        problem={problem === null ? null : t(startWords[problem])}
        value={typed}
        onChange={setTyped}
        dir="ltr"
        autoFocus
        autoComplete="url"
        spellCheck={false}
        maxLength={300}
      />
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" isBusy={busy}>
          {t(busy ? 'place.looking' : 'place.continue')}
        </Button>
        <Button look="quiet" onClick={leave}>
          {t('place.back')}
        </Button>
      </div>
    </form>
  )
}

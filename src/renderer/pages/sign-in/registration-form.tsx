import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { useAppState, useClient, useManaged } from '../../state/client'
import { hintWith } from '../settings/managed-hint'
import styles from './other-places.module.css'

type Outcome = 'saved' | 'not-saved' | 'secret-refused'

const highestPort = 65_535

interface RegistrationFormProps {
  /** It is what the screen is for, so that one begins to type at once. */
  isFirst?: boolean
  onSaved: () => void
  /** What else there is to do, beside the button that saves. */
  children?: ReactNode
}

/** The company's own registration of an app at the vendor. The secret goes to the keychain, and is never shown again. */
export function RegistrationForm({ isFirst = false, onSaved, children }: RegistrationFormProps) {
  const { t } = useWords()
  const { bridge } = useClient()
  const kept = useAppState((state) => state.settings.teamviewer)
  const isIdManaged = useManaged('teamviewer.clientId')
  const isPortManaged = useManaged('teamviewer.redirectPort')
  const [clientId, setClientId] = useState(kept.clientId)
  const [secret, setSecret] = useState('')
  const [port, setPort] = useState(String(kept.redirectPort))
  const [isIdMissing, setIdMissing] = useState(false)
  const idField = useRef<HTMLInputElement>(null)
  const portField = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const redirectPort = /^\d{1,5}$/.test(port) ? Number(port) : highestPort + 1
  const isGoodPort = redirectPort <= highestPort
  const address = `http://127.0.0.1:${isGoodPort && redirectPort > 0 ? String(redirectPort) : 'PORT'}/signed-in`

  async function save(): Promise<Outcome> {
    const change = { ...(isIdManaged ? {} : { clientId }), ...(isPortManaged ? {} : { redirectPort }) }
    await bridge.invoke('settings.change', { teamviewer: change })
    if (secret !== '' && !(await bridge.invoke('accounts.keepClientSecret', secret))) return 'secret-refused'
    setSecret('')
    return 'saved'
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const isMissing = isFirst && clientId.trim() === ''
    setIdMissing(isMissing)
    if (isMissing) return idField.current?.focus()
    if (!isGoodPort) return portField.current?.focus()
    void save()
      .catch((): Outcome => 'not-saved')
      .then((end) => {
        setOutcome(end)
        if (end === 'saved') onSaved()
      })
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div data-setting="teamviewer.clientId">
        <TextField
          ref={idField}
          label={t('registration.clientId')}
          hint={hintWith(undefined, isIdManaged)}
          problem={isIdMissing ? t('place.noClientId') : null}
          value={clientId}
          onChange={setClientId}
          disabled={isIdManaged}
          autoFocus={isFirst}
          dir="ltr"
          maxLength={200}
          spellCheck={false}
        />
      </div>
      <TextField
        label={t('registration.secret')}
        hint={t('registration.secretHint')}
        type="password"
        autoComplete="off"
        value={secret}
        onChange={setSecret}
        dir="ltr"
        maxLength={500}
      />
      <div data-setting="teamviewer.redirectPort">
        <TextField
          ref={portField}
          label={t('registration.port')}
          hint={hintWith(t(redirectPort === 0 ? 'registration.anyPortHint' : 'registration.portHint', { address }), isPortManaged)}
          problem={isGoodPort ? null : t('registration.portProblem')}
          value={port}
          onChange={setPort}
          disabled={isPortManaged}
          inputMode="numeric"
          dir="ltr"
        />
      </div>
      <div className={styles['buttons']}>
        <Button type="submit" look={isFirst ? 'primary' : 'plain'}>
          {t('registration.save')}
        </Button>
        {children}
      </div>
      <div role="status">{outcome === 'saved' && <Message kind="good">{t('registration.saved')}</Message>}</div>
      {outcome === 'not-saved' && <Message kind="problem">{t('settings.notSaved')}</Message>}
      {outcome === 'secret-refused' && <Message kind="problem">{t('registration.secretRefused')}</Message>}
    </form>
  )
}

import { useState } from 'react'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import section from '../section.module.css'

/** Where a proxy's name and password are, and the way to be rid of them. */
export function ProxySignInSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const [outcome, setOutcome] = useState<'forgotten' | 'failed' | null>(null)
  const forget = () =>
    bridge.invoke('network.forgetCredentials').then(
      () => setOutcome('forgotten'),
      () => setOutcome('failed'),
    )
  return (
    <section className={section['section']}>
      <h2>{t('network.signInTitle')}</h2>
      <p className={section['quiet']}>{t('network.signInText')}</p>
      <div className={section['row']}>
        <Button onClick={() => void forget()}>{t('network.forget')}</Button>
        <span role="status">{outcome === 'forgotten' && t('network.forgotten')}</span>
      </div>
      {outcome === 'failed' && <Message kind="problem">{t('network.notForgotten')}</Message>}
    </section>
  )
}

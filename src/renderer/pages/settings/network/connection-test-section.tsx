import { useCallback, useEffect, useState, type SyntheticEvent } from 'react'
import type { ConnectionTest } from '../../../../contract/network'
import { Button } from '../../../controls/button'
import { TextField } from '../../../controls/field'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import { problemWord } from '../../../state/problem-words'
import section from '../section.module.css'
import styles from './network-page.module.css'

/** Tries the way to a server that the person names. */
export function ConnectionTestSection() {
  const { t } = useWords()
  const { app, bridge } = useClient()
  const [server, setServer] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<ConnectionTest | null>(null)

  const test = useCallback(async () => {
    setBusy(true)
    setResult(null)
    setResult(await bridge.invoke('network.test', server).catch(() => null))
    setBusy(false)
  }, [bridge, server])
  useEffect(() => {
    if (result?.outcome !== 'failed' || result.problem !== 'client-certificate') return
    // Once the certificate that was wanted is chosen, what is said here holds no longer.
    return app.subscribe(({ network }, before) => {
      if (network !== before.network && network.certificatesFor.includes(result.host)) void test()
    })
  }, [app, result, test])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void test()
  }

  return (
    <section className={section['section']}>
      <h2>{t('network.test')}</h2>
      <p className={section['quiet']}>{t('network.testText')}</p>
      <form className={styles['test']} onSubmit={submit} noValidate>
        <TextField
          label={t('network.server')}
          problem={result?.outcome === 'no-address' ? t('network.serverWrong') : null}
          value={server}
          onChange={(text) => {
            setServer(text)
            setResult(null)
          }}
          placeholder="meet.example.com"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" isBusy={isBusy}>
          {isBusy ? t('network.testing') : t('network.testAction')}
        </Button>
      </form>
      <div role="status" className={styles['status']}>
        {result?.outcome === 'reached' && (
          <Message kind="good">
            {result.proxy === null
              ? t('network.reached', { host: result.host, time: result.milliseconds })
              : t('network.reachedBy', { host: result.host, time: result.milliseconds, proxy: result.proxy })}
          </Message>
        )}
      </div>
      {result?.outcome === 'failed' && (
        <Message kind="problem">
          {result.proxy === null ? t('network.notReached', { host: result.host }) : t('network.notReachedBy', { host: result.host, proxy: result.proxy })}{' '}
          {t(problemWord(result.problem))}
        </Message>
      )}
    </section>
  )
}

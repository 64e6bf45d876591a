import { useId, useRef, useState, type SyntheticEvent } from 'react'
import type { CertificateChoice, NetworkAnswer, NetworkQuestion } from '../../contract/network'
import { Button } from '../controls/button'
import { TextField } from '../controls/field'
import { Message } from '../controls/message'
import { Modal, ModalActions } from '../controls/modal'
import { useWords, type Word } from '../i18n/words'
import { useAppState, useClient } from '../state/client'
import { useNow } from '../state/use-now'
import { regionOf } from '../../ui/region'
import styles from './network-question.module.css'

/** What the network wants to know before it lets a request through; nothing while it wants nothing. */
export default function NetworkQuestionDialog() {
  const question = useAppState((state) => state.network.question)
  if (question === null) return null
  return question.kind === 'proxy' ? (
    <ProxyQuestion key={`${question.proxy} ${String(question.isWrong)}`} {...question} />
  ) : (
    <CertificateQuestion key={`${question.host} ${String(question.isRefused)}`} {...question} />
  )
}

function useAnswer() {
  const { bridge } = useClient()
  return (answer: NetworkAnswer) => void bridge.invoke('network.answer', answer).catch(() => undefined)
}

function ProxyQuestion({ proxy, isWrong }: Extract<NetworkQuestion, { kind: 'proxy' }>) {
  const { t } = useWords()
  const answer = useAnswer()
  const form = useId()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const missing = (text: string) => (asked && text === '' ? t('network.missing') : null)

  function send(event: SyntheticEvent) {
    event.preventDefault()
    setAsked(true)
    if (username === '') name.current?.focus()
    else if (password === '') secret.current?.focus()
    else answer({ kind: 'proxy', username, password })
  }

  return (
    <Modal title={t('network.proxyAsks')} onClose={() => answer({ kind: 'later' })} foot={<Answers form={form} word="network.signIn" />}>
      <form id={form} className={styles['form']} onSubmit={send} noValidate>
        <p>{t('network.proxyAsksText', { proxy })}</p>
        {isWrong && <Message kind="problem">{t('network.proxyWrong')}</Message>}
        <TextField
          ref={name}
          label={t('network.username')}
          problem={missing(username)}
          value={username}
          onChange={setUsername}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField ref={secret} label={t('network.password')} problem={missing(password)} type="password" value={password} onChange={setPassword} dir="ltr" autoComplete="off" />
      </form>
    </Modal>
  )
}

/** Sends the form of the question, or puts the question off. */
function Answers({ form, word }: { form: string; word: Word }) {
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <ModalActions>
      <Button type="submit" form={form} look="primary">
        {t(word)}
      </Button>
      <Button onClick={() => answer({ kind: 'later' })}>{t('network.later')}</Button>
    </ModalActions>
  )
}

function CertificateQuestion({ host, choices, isRefused }: Extract<NetworkQuestion, { kind: 'certificate' }>) {
  const { t } = useWords()
  const answer = useAnswer()
  const form = useId()
  const { now } = useClient()
  // The first that would do, which may not be the first.
  const [chosen, setChosen] = useState(() => (choices.find((choice) => daysOf(choice, now()) === 'now') ?? choices[0])?.fingerprint ?? null)
  return (
    <Modal title={t('network.certificateAsks')} onClose={() => answer({ kind: 'later' })} foot={<Answers form={form} word="network.useCertificate" />}>
      <form
        id={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          answer({ kind: 'certificate', fingerprint: chosen })
        }}
      >
        <p>{t('network.certificateAsksText', { host })}</p>
        {isRefused && <Message kind="problem">{t('network.certificateRefused')}</Message>}
        <fieldset className={styles['choices']}>
          <legend className={styles['legend']}>{t('network.certificates')}</legend>
          {choices.map((choice) => (
            <CertificateOption key={choice.fingerprint} choice={choice} isChosen={choice.fingerprint === chosen} onChoose={() => setChosen(choice.fingerprint)} />
          ))}
        </fieldset>
      </form>
    </Modal>
  )
}

function CertificateOption({ choice, isChosen, onChoose }: { choice: CertificateChoice; isChosen: boolean; onChoose: () => void }) {
  const { t, language } = useWords()
  const days = daysOf(choice, useNow(60_000))
  const date = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long' }).format(days === 'early' ? choice.from : choice.until)
  return (
    <label className={styles['choice']}>
      <input type="radio" name="certificate" checked={isChosen} onChange={onChoose} />
      <span>
        <bdi>{choice.name}</bdi>
        <span className={styles['details']}>{t(detailWords[days], { issuer: choice.issuer, date })}</span>
      </span>
    </label>
  )
}

const detailWords = { early: 'network.certificateEarly', now: 'network.certificateDetails', over: 'network.certificateOver' } as const satisfies Record<string, Word>

/** Where a moment, in milliseconds since the epoch, stands to the days that a certificate is good for. */
function daysOf({ from, until }: CertificateChoice, now: number): keyof typeof detailWords {
  if (now < from) return 'early'
  return until < now ? 'over' : 'now'
}

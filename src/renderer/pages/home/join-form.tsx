import { useRef, useState, type SyntheticEvent } from 'react'
import { readMeetingId } from '../../../contract/meeting-id'
import { meetingLinkIn, placeOfLink } from '../../../contract/meeting-link'
import { joinPageOf, parseDeepLink } from '../../../contract/routes'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/field'
import { useWords } from '../../i18n/words'
import { usePage } from '../../shell/use-page'
import { useClient } from '../../state/client'
import styles from './join-form.module.css'

/** Joins a meeting by whatever names it: an id in any form, a link, a pasted invitation. */
export function JoinForm() {
  const { t } = useWords()
  const [, goTo] = usePage()
  const { meetings } = useClient()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const line = useRef<HTMLInputElement>(null)
  const reading = readMeetingId(text)

  function join(event: SyntheticEvent) {
    event.preventDefault()
    setAsked(true)
    if (!('id' in reading)) return line.current?.focus()
    const link = meetingLinkIn(text, reading.id)
    meetings.getState().notePasted(link === null ? null : { id: reading.id, link })
    // One that the browser's page hands over names its place itself.
    goTo(parseDeepLink(text.trim()) ?? joinPageOf(reading.id, link === null ? null : placeOfLink(link)))
  }

  function problem(): string | null {
    if (!asked || 'id' in reading) return null
    switch (reading.problem) {
      case 'empty':
        return t('home.joinEmpty')
      case 'too-few-digits':
        return t('home.joinTooFew', { count: reading.digits })
      case 'too-many-digits':
        return t('home.joinTooMany', { count: reading.digits })
      case 'link-without-id':
        return t('home.joinLink')
      case 'several':
        return t('home.joinSeveral')
      case 'not-an-id':
        return t('home.joinNone')
    }
  }

  return (
    <form className={styles['form']} onSubmit={join} noValidate>
      <TextField
        ref={line}
        label={t('home.joinLabel')}
        hint={t('home.joinHint')}
        problem={problem()}
        value={text}
        onChange={(value) => {
          setText(value)
          setAsked(false)
        }}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit">{t('home.joinAction')}</Button>
    </form>
  )
}

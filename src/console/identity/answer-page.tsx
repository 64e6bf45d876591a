import './answer.css'
import { Button, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/words'
import { PageHeading } from '../shell/page-heading'
import { readAnswer } from './answer'
import { IdentityFrame } from './identity-frame'

/** The end of a sign-in whose browser can't reach the app: the answer as a text, to be copied by hand. */
export function AnswerPage() {
  const { t } = useWords()
  const [answer] = useState(() => readAnswer(window.location.search))
  const [copied, setCopied] = useState<boolean | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  // The answer stays on the page alone, not in the address and the browser's history.
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])

  const copy = async (text: string) => {
    field.current?.select()
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(done)
  }

  const title = t(`answer.${answer.kind}.title`)
  return (
    <IdentityFrame>
      <PageHeading documentTitle={title}>{title}</PageHeading>
      <Text>{t(`answer.${answer.kind}.text`)}</Text>
      {answer.kind === 'code' && (
        <>
          <Textarea
            ref={field}
            className="answer-field"
            label={t('answer.label')}
            value={answer.text}
            readOnly
            autosize
            minRows={3}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button fullWidth onClick={() => void copy(answer.text)} autoFocus>
            {t('answer.copy')}
          </Button>
          <Text role="status" className="answer-copied">
            {copied !== null && t(copied ? 'answer.copied' : 'answer.copyFailed')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('answer.warning')}
          </Text>
        </>
      )}
    </IdentityFrame>
  )
}

import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useRef, useState } from 'react'
import { type DeviceRequest, findDevice } from '../api/device'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { useDeviceProblemText } from './use-device-problem-text'

interface CodeFormProps {
  /** Out of the address, where the device gave a link; people still compare it before they allow anything. */
  code: string
  onFound: (device: DeviceRequest) => void
}

/** Asks for the code that the device shows. What was typed stays when it is refused. */
export function CodeForm({ code, onFound }: CodeFormProps) {
  const { t } = useWords()
  const problemText = useDeviceProblemText()
  const [typed, setTyped] = useState(code)
  const [isMissing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const finding = useMutation({
    mutationFn: () => findDevice(typed),
    onSuccess: onFound,
    onError: () => input.current?.select(),
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const isEmpty = typed.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) input.current?.focus()
    else finding.mutate()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={finding.error === null ? null : problemText(finding.error)} />
        <TextInput
          ref={input}
          name="code"
          label={t('device.code')}
          description={t('device.codeHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          className="device-code-field"
          error={isMissing ? t('device.codeMissing') : null}
          autoFocus
        />
        <Button type="submit" fullWidth loading={finding.isPending}>
          {t('device.next')}
        </Button>
      </Stack>
    </form>
  )
}

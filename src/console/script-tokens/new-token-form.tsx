import { Checkbox, Input, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type SyntheticEvent } from 'react'
import { scopes, scopeSchema } from '../../contract/script-tokens'
import { failureOf } from '../api/failure'
import { createScriptToken, scriptTokensQuery, type ScriptTokenMade } from '../api/script-tokens-api'
import { FormEnd } from '../fields/form-end'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { scopeWords } from './scope-words'

/** Days that are offered, at most what a token can last. */
const offered = [7, 30, 90, 180, 366] as const

interface NewTokenFormProps {
  onMade: (made: ScriptTokenMade) => void
  onCancel: () => void
}

/** What a new token is called, what it is good for, and for how long. */
export function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const { t } = useWords()
  const id = useId()
  const nameInput = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [days, setDays] = useState(30)
  const [missing, setMissing] = useState<'name' | 'scopes' | null>(null)
  const making = useMutation({
    mutationFn: createScriptToken,
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: scriptTokensQuery.queryKey })
      onMade(made)
    },
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const fault = name.trim() === '' ? 'name' : chosen.length === 0 ? 'scopes' : null
    setMissing(fault)
    if (fault === 'name') nameInput.current?.focus()
    if (fault === null) making.mutate({ name: name.trim(), scopes: chosen.map((each) => scopeSchema.parse(each)), days })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={making.error === null ? null : t(`scriptTokens.problems.${problemOf(making.error)}`)} />
        <TextInput
          ref={nameInput}
          label={t('scriptTokens.name')}
          description={t('scriptTokens.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          autoComplete="off"
          data-autofocus
          error={missing === 'name' ? t('scriptTokens.nameMissing') : null}
        />
        <Checkbox.Group
          label={t('scriptTokens.scopes')}
          value={chosen}
          onChange={setChosen}
          error={missing === 'scopes' ? t('scriptTokens.scopesMissing') : null}
        >
          <div className="script-token-scopes">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(scopeWords[scope])} />
            ))}
          </div>
        </Checkbox.Group>
        <div className="script-token-lasts">
          <Input.Label htmlFor={id}>{t('scriptTokens.lasts')}</Input.Label>
          <select id={id} value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {offered.map((each) => (
              <option key={each} value={each}>
                {t('scriptTokens.days', { count: each })}
              </option>
            ))}
          </select>
        </div>
        <FormEnd submit={t('scriptTokens.make')} isSending={making.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  )
}

function problemOf(error: Error): 'tooMany' | 'failed' {
  const failure = failureOf(error)
  return failure.kind === 'refused' && failure.error === 'invalid' ? 'tooMany' : 'failed'
}

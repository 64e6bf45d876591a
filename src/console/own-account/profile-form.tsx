import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useId, useState } from 'react'
import { type ChangeOwnAccount, changeOwnAccountSchema, type OwnAccount } from '../../contract/own-account'
import { changeOwnAccount, ownAccountQuery } from '../api/own-account-api'
import { keys } from '../api/queries'
import { ChoiceField } from '../fields/choice-field'
import { languageOptions } from '../fields/options'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { formProblem } from './form-problem'

/** Name and language; what was saved can be taken back. */
export function ProfileForm({ account }: { account: OwnAccount }) {
  const { t } = useWords()
  const id = useId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [name, setName] = useState(account.name)
  const [language, setLanguage] = useState(account.language)
  const [isWrong, setIsWrong] = useState(false)

  const saving = useMutation({
    mutationFn: ({ change }: { change: ChangeOwnAccount; undo: ChangeOwnAccount | null }) => changeOwnAccount(change),
    onSuccess: (answer, { undo }) => {
      client.setQueryData(ownAccountQuery.queryKey, answer)
      void client.invalidateQueries({ queryKey: keys.me })
      announce({
        outcome: 'done',
        text: t(undo === null ? 'ownAccount.profile.undone' : 'ownAccount.profile.saved'),
        ...(undo === null
          ? {}
          : { action: { label: t('changeLicence.undo'), run: () => saving.mutate({ change: undo, undo: null }) } }),
      })
    },
    onError: (error) => announce({ outcome: 'failed', text: t(`ownAccount.problems.${formProblem(error)}`) }),
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = changeOwnAccountSchema.safeParse({ name, language })
    setIsWrong(!parsed.success)
    const before = changeOwnAccountSchema.safeParse({ name: account.name, language: account.language })
    if (parsed.success) saving.mutate({ change: parsed.data, undo: before.data ?? null })
  }

  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('ownAccount.profile.title')}</h2>
      <form onSubmit={submit} noValidate>
        <TextInput
          label={t('ownAccount.profile.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="name"
          maxLength={50}
          error={isWrong ? t('createCompany.faults.name') : null}
        />
        <ChoiceField label={t('ownAccount.profile.language')} value={language} options={languageOptions} onChoose={setLanguage} />
        <Button
          type="submit"
          loading={saving.isPending}
          disabled={name.trim() === account.name && language === account.language}
        >
          {t('changeLicence.save')}
        </Button>
      </form>
    </section>
  )
}

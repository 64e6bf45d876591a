import { Button, Input, TextInput } from '@mantine/core'
import { type SyntheticEvent, useId, useState } from 'react'
import { changeCompanySchema, type CompanySettings } from '../../contract/company'
import { languageNames, languages } from '../../contract/languages'
import { changeCompany } from '../api/company-api'
import { useWords } from '../i18n/words'
import { useChangeCompany } from './use-change-company'

/** The company's name, and the language that people begin with. */
export function CompanyForm({ company }: { company: CompanySettings }) {
  const { t } = useWords()
  const id = useId()
  const [name, setName] = useState(company.name)
  const [language, setLanguage] = useState(company.language)
  const [isWrong, setIsWrong] = useState(false)
  const saving = useChangeCompany()

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = changeCompanySchema.safeParse({ name, language })
    const before = changeCompanySchema.safeParse({ name: company.name, language: company.language })
    setIsWrong(!wanted.success)
    if (!wanted.success) return
    saving.mutate({
      run: () => changeCompany(wanted.data),
      done: t('company.saved'),
      ...(before.success ? { undo: { run: () => changeCompany(before.data), done: t('company.undone') } } : {}),
    })
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={t('company.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="organization"
        maxLength={100}
        error={isWrong ? t('createCompany.faults.companyName') : null}
      />
      <div>
        <Input.Label htmlFor={id}>{t('company.language')}</Input.Label>
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
        <Input.Description id={`${id}-hint`}>{t('company.languageHint')}</Input.Description>
      </div>
      <Button
        type="submit"
        loading={saving.isPending}
        disabled={name.trim() === company.name && language === company.language}
      >
        {t('changeLicence.save')}
      </Button>
    </form>
  )
}

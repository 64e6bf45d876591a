import { Button, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { changeCompanySchema, type CompanySettings } from '../../contract/company'
import { changeCompany } from '../api/company-api'
import { ChoiceField } from '../fields/choice-field'
import { languageOptions } from '../fields/options'
import { useWords } from '../i18n/words'
import { useChangeCompany } from './use-change-company'

/** The company's name, and the language that people begin with. */
export function CompanyForm({ company }: { company: CompanySettings }) {
  const { t } = useWords()
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
      <ChoiceField
        label={t('company.language')}
        value={language}
        options={languageOptions}
        onChoose={setLanguage}
        hint={t('company.languageHint')}
      />
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

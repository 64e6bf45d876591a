import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type SyntheticEvent, useId, useState } from 'react'
import { type CompanySettings, daysToKeep } from '../../contract/company'
import { Dialog } from '../../ui/dialog'
import { regionOf } from '../../ui/region'
import { askDeletion, withdrawDeletion } from '../api/company-api'
import { isRefusal } from '../api/failure'
import { TypedEnd } from '../fields/form-end'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { KeepCompanyButton } from './keep-company-button'
import { companyProblem, useChangeCompany } from './use-change-company'

/** Deletes the company, some days from now; until then it can be kept. */
export function DeleteCompany({ company }: { company: CompanySettings }) {
  const { t, language } = useWords()
  const id = useId()
  const [isAsking, setIsAsking] = useState(false)
  const { name, deletesAt } = company
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('company.deletion.title')}</h2>
      {deletesAt === null ? (
        <>
          <Text>{t('company.deletion.text', { count: daysToKeep })}</Text>
          <Button className="part-action company-delete" variant="default" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
            {t('company.deletion.action')}
          </Button>
        </>
      ) : (
        <>
          <Text>
            {t('company.deletion.underWay', {
              time: new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeStyle: 'short' }).format(deletesAt),
            })}
          </Text>
          <KeepCompanyButton />
        </>
      )}
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('company.deletion.question', { name })}
        closeLabel={t('scriptTokens.close')}
        width={480}
      >
        <Confirmation name={name} onClose={() => setIsAsking(false)} />
      </Dialog>
    </section>
  )
}

function Confirmation({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const deleting = useChangeCompany()
  const isSame = typed.trim() === name.trim()
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setIsWrong(!isSame)
    if (!isSame) return
    const undo = { run: withdrawDeletion, done: t('company.deletion.kept') }
    deleting.mutate({ run: () => askDeletion(typed.trim()), done: t('company.deletion.asked'), undo }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert text={deleting.error === null ? null : isRefusal(deleting.error, 'invalid') ? t('company.deletion.renamed') : companyProblem(t, deleting.error)} />
        <Text>{t('company.deletion.consequences', { count: daysToKeep })}</Text>
        <TextInput
          label={t('company.deletion.typeName', { name })}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setIsWrong(false)
          }}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-autofocus
          error={isWrong ? t('company.deletion.wrongName') : null}
        />
        <TypedEnd submit={t('company.deletion.action')} isSending={deleting.isPending} isSame={isSame} onCancel={onClose} />
      </Stack>
    </form>
  )
}

import { Button } from '@mantine/core'
import { withdrawDeletion } from '../api/company-api'
import { useWords } from '../i18n/words'
import { useChangeCompany } from './use-change-company'

/** Takes the company's deletion back. */
export function KeepCompanyButton() {
  const { t } = useWords()
  const keeping = useChangeCompany()
  return (
    <Button
      className="part-action"
      variant="default"
      loading={keeping.isPending}
      onClick={() => keeping.mutate({ run: withdrawDeletion, done: t('company.deletion.kept') })}
    >
      {t('company.deletion.keep')}
    </Button>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CompanySettings } from '../../contract/company'
import { companyQuery } from '../api/company-api'
import { failureOf, failureProblem, isUnanswered } from '../api/failure'
import { keys } from '../api/queries'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'

/** Something that is done to the company, and how it is told. */
export interface CompanyAct {
  readonly run: () => Promise<CompanySettings>
  readonly done: string
  /** What takes it back, where something does. */
  readonly undo?: Omit<CompanyAct, 'undo'>
}

/** Why something was not done to the company, and what to do. */
export function companyProblem(t: ReturnType<typeof useWords>['t'], error: unknown): string {
  const failure = failureOf(error)
  if (isUnanswered(error)) return t(`failures.${failureProblem(error)}`)
  const isPicture = failure.kind === 'refused' && (failure.error === 'not-a-picture' || failure.error === 'too-large')
  return t(isPicture ? 'company.problems.not-a-picture' : 'company.problems.failed')
}

/** Does something to the company, shows the company as it is then, and offers to take it back. */
export function useChangeCompany() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const changing = useMutation({
    mutationFn: ({ run }: CompanyAct) => run(),
    onSuccess: (company, { done, undo }) => {
      client.setQueryData(companyQuery.queryKey, company)
      void client.invalidateQueries({ queryKey: keys.me })
      announce({
        outcome: 'done',
        text: done,
        ...(undo === undefined ? {} : { action: { label: t('changeLicence.undo'), run: () => changing.mutate(undo) } }),
      })
    },
    onError: (error) => announce({ outcome: 'failed', text: companyProblem(t, error) }),
  })
  return changing
}

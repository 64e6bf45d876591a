import type { Job, JobAction, JobResult } from '../../contract/bulk-jobs'
import { failureOf } from '../api/failure'
import { useWords } from '../i18n/words'

/** What jobs are called, and what went wrong with them. */
export function useJobWords() {
  const { t } = useWords()

  function actionTitle(action: JobAction, names: Readonly<Record<string, string>>): string {
    switch (action.type) {
      case 'assign-licence':
        return t('bulk.did.assign', { licence: names[action.licenceId] ?? '' })
      case 'change-licence':
        return t('bulk.did.change', { from: names[action.from] ?? '', to: names[action.to] ?? '' })
      case 'take-back-licence':
        return t('bulk.did.takeBack', { licence: names[action.licenceId] ?? '' })
      case 'set-role':
        return t('bulk.did.role', { role: t(`roles.${action.role}`) })
      case 'mail-password-links':
        return t('bulk.did.mailLinks')
      default:
        return t(`bulk.actions.${action.type}`)
    }
  }

  return {
    /** What a job is called. */
    titleOf: ({ kind, action, licenceNames, fileName }: Job): string => {
      const title = action === null ? t('import.of', { file: fileName ?? 'CSV' }) : actionTitle(action, licenceNames)
      return kind === 'undo' ? t('bulk.did.undo', { title }) : title
    },
    /** What came of a user, in a word. */
    resultOf: ({ action }: Job, state: JobResult['state']): string =>
      t(`jobs.results.${state === 'done' && action?.type === 'mail-password-links' ? 'mailed' : state}`),
    /** Why a request came to nothing. */
    problemOf: (error: unknown): string => {
      const failure = failureOf(error)
      if (failure.kind !== 'refused') return t(`bulk.problems.${failure.kind}`)
      switch (failure.error) {
        case 'selection-changed':
        case 'no-seats-left':
        case 'licence-not-usable':
        case 'nobody':
        case 'not-found':
        case 'not-allowed':
        case 'wrong-state':
        case 'too-large':
        case 'not-text':
          return t(`bulk.problems.${failure.error}`)
        case 'invalid':
          return t('bulk.problems.not-text')
        default:
          return t('bulk.problems.unexpected')
      }
    },
  }
}

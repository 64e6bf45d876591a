import type { PolicyProblem } from '../../../../contract/policy'
import { Message } from '../../../controls/message'
import { useWords, type Word } from '../../../i18n/words'
import { useAppState } from '../../../state/client'
import section from '../section.module.css'

const problemWords: Readonly<Record<PolicyProblem['problem'], Word>> = {
  'unknown-entry': 'policy.unknownEntry',
  'wrong-value': 'policy.wrongValue',
  'not-json': 'policy.notJson',
  'not-trusted': 'policy.notTrusted',
  'not-readable': 'policy.notReadable',
}

/** What the administrator's policy decides here, and what of it could not be followed; nothing where there is none. */
export function PolicySection() {
  const { t } = useWords()
  const { managed, problems } = useAppState((state) => state.policy)
  if (managed.length === 0 && problems.length === 0) return null
  return (
    <section className={section['section']}>
      <h2>{t('policy.title')}</h2>
      <p className={section['quiet']}>{t('policy.text', { count: managed.length })}</p>
      {problems.map(({ entry, problem, source }) => (
        <Message key={`${source} ${entry ?? ''}`} kind="warning">
          {t(problemWords[problem], { entry: entry ?? '', source })}
        </Message>
      ))}
    </section>
  )
}

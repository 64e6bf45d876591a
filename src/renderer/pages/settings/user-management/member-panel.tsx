import type { CompanyFigures } from '../../../../contract/user-management'
import type { WorkspaceProblem } from '../../../../contract/workspace'
import { Button } from '../../../controls/button'
import { useFeedback } from '../../../controls/use-feedback'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import section from '../section.module.css'
import { Blocked } from './blocked'
import { Figures } from './figures'
import styles from './member-panel.module.css'

/** For members: who administers the company, and an e-mail to them, ready to paste. Nothing opens. */
export function MemberPanel({ figures, problem }: { figures: CompanyFigures; problem: WorkspaceProblem | null }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const [copied, showCopied] = useFeedback<boolean>()
  const known = figures.administrators.length > 0

  async function copyRequest() {
    showCopied(await bridge.invoke('userManagement.copyRequest').catch(() => false))
  }

  return (
    <>
      <Blocked
        title={t('userManagement.memberTitle')}
        text={known ? t('userManagement.memberText') : t('userManagement.memberNobody')}
        {...(known
          ? {
              action: (
                <>
                  <Button onClick={() => void copyRequest()}>{t('userManagement.copyRequest')}</Button>
                  <p className={section['small']} aria-live="polite">
                    {copied === true && t('userManagement.requestCopied')}
                    {copied === false && t('userManagement.requestNotCopied')}
                  </p>
                </>
              ),
            }
          : {})}
      >
        {known && (
          <ul className={styles['people']}>
            {figures.administrators.map((administrator) => (
              <li key={administrator.email} className={styles['person']}>
                <strong>{administrator.name}</strong>
                <span className={styles['email']}>{administrator.email}</span>
              </li>
            ))}
          </ul>
        )}
      </Blocked>
      <Figures figures={figures} problem={problem} />
    </>
  )
}

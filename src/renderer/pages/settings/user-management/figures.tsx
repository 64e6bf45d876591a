import { useEffect, useState } from 'react'
import type { CompanyFigures } from '../../../../contract/user-management'
import type { WorkspaceProblem } from '../../../../contract/workspace'
import { relativeTime } from '../../../../ui/dates'
import { Fact, Facts } from '../../../controls/facts'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { ProblemText } from '../../../shell/problem-text'
import { useClient } from '../../../state/client'
import { roleWords } from '../role-words'
import section from '../section.module.css'
import styles from './figures.module.css'
import { LicenceRow } from './licence-row'

const minute = 60_000

/** The time of day, renewed every half minute, so that an age in words does not stand still. */
function useNow(): number {
  const { now } = useClient()
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), minute / 2)
    return () => clearInterval(timer)
  }, [now])
  return time
}

/** The company, the account's role in it, and its licences with their seats. */
export function Figures({ figures, problem }: { figures: CompanyFigures; problem: WorkspaceProblem | null }) {
  const { t, language } = useWords()
  const now = useNow()
  const age = relativeTime(figures.fetchedAt, now, language)
  return (
    <>
      {problem !== null && (
        <Message kind="warning">
          <ProblemText problem={problem} /> {t('userManagement.lastKnown')}
        </Message>
      )}
      <Facts>
        <Fact name={t('userManagement.company')}>{figures.companyName}</Fact>
        {figures.role !== null && <Fact name={t('userManagement.role')}>{t(roleWords[figures.role])}</Fact>}
      </Facts>
      <section className={section['section']}>
        <div className={styles['title']}>
          <h2>{t('userManagement.licences')}</h2>
          <p className={section['small']}>
            {now - figures.fetchedAt < minute ? t('userManagement.justNow') : t('userManagement.asOf', { age })}
          </p>
        </div>
        {figures.licences.length === 0 ? (
          <p className={section['quiet']}>{t('userManagement.noLicences')}</p>
        ) : (
          <ul className={styles['licences']}>
            {figures.licences.map((licence) => (
              <LicenceRow key={licence.id} licence={licence} now={now} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

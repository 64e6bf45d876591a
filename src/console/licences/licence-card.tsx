import { Anchor, Title } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'wouter'
import type { Licence } from '../../contract/licence'
import { useWords } from '../i18n/words'
import { licencePath } from '../routes/paths'
import { AssignButton } from './assign-button'
import { LicenceBadge, LicenceFacts } from './licence-facts'

interface LicenceCardProps {
  licence: Licence
  /** ISO 8601 date. */
  today: string
  onAssign: (licence: Licence) => void
}

/** One licence: how it stands, who has it, and giving it to people. */
export function LicenceCard({ licence, today, onAssign }: LicenceCardProps) {
  const { t } = useWords()
  const titleId = useId()
  return (
    <li className="licence-card" aria-labelledby={titleId}>
      <div className="licence-head">
        <Title order={2} id={titleId}>
          <Anchor component={Link} href={licencePath(licence.id)} inherit className="licence-name">
            {licence.name}
          </Anchor>
        </Title>
        <LicenceBadge licence={licence} today={today} />
      </div>
      <LicenceFacts licence={licence} today={today} />
      <div className="licence-actions">
        <AssignButton licence={licence} today={today} onAssign={onAssign} />
        <Anchor
          component={Link}
          href={licencePath(licence.id)}
          aria-label={t('licences.holdersOf', { name: licence.name })}
        >
          {t('licences.holders')}
        </Anchor>
      </div>
    </li>
  )
}

import { Anchor, Badge, Progress, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'wouter'
import { type Licence, productsWithUserManagement } from '../../contract/licence'
import { noFilter, toParameters } from '../../contract/users-filter'
import { dayInWords } from '../../ui/dates'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { type LicenceState, licenceState, seatsLeft } from '../../ui/licence-state'

const stateColors: Readonly<Record<LicenceState['state'], string>> = {
  active: 'green',
  ending: 'yellow',
  expired: 'red',
  'switched-off': 'gray',
}

interface LicenceCardProps {
  licence: Licence
  /** ISO 8601 date. */
  today: string
}

/** One licence: what it is, how many seats are left, who has them, how long it lasts and what happens then. */
export function LicenceCard({ licence, today }: LicenceCardProps) {
  const { t, language } = useWords()
  const titleId = useId()
  const standing = licenceState(licence, today)
  const { seats, seatsUsed, endsOn } = licence
  const used = t('licences.seatsUsed', { used: seatsUsed, seats })
  const endWord = standing.state === 'expired' ? 'licences.endedOn' : 'licences.endsOn'

  return (
    <li className="licence-card" aria-labelledby={titleId}>
      <div className="licence-head">
        <Title order={2} id={titleId}>
          {licence.name}
        </Title>
        <Badge className="badge" variant="light" color={stateColors[standing.state]} data-state={standing.state}>
          {stateText(t, standing)}
        </Badge>
      </div>
      <Text c="dimmed">
        {productsWithUserManagement.has(licence.product) ? t('licences.userManagement') : t('licences.noUserManagement')}
      </Text>
      <div className="licence-seats">
        <div className="licence-figures">
          <Text>{used}</Text>
          <Text fw={600}>{t('licences.seatsLeft', { count: seatsLeft(licence) })}</Text>
        </div>
        <Progress.Root size={8}>
          <Progress.Section
            value={seats === 0 ? 0 : Math.min(100, (seatsUsed / seats) * 100)}
            aria-label={t('licences.seats')}
            aria-valuetext={used}
          />
        </Progress.Root>
      </div>
      <Text c="dimmed">
        {endsOn === null ? t('licences.noEnd') : t(endWord, { date: dayInWords(endsOn, language) })}
      </Text>
      {standing.state === 'ending' && seatsUsed > 0 && <Text>{t('licences.afterEnd', { count: seatsUsed })}</Text>}
      {standing.state === 'expired' && seatsUsed > 0 && <Text>{t('licences.sinceEnd', { count: seatsUsed })}</Text>}
      {seatsUsed > 0 && (
        <Anchor
          component={Link}
          href={`${paths.users}?${toParameters({ ...noFilter, licences: [licence.id] }).toString()}`}
          aria-label={t('licences.holdersOf', { name: licence.name })}
        >
          {t('licences.holders')}
        </Anchor>
      )}
    </li>
  )
}

function stateText(t: ReturnType<typeof useWords>['t'], standing: LicenceState): string {
  switch (standing.state) {
    case 'active':
      return t('licences.active')
    case 'ending':
      return standing.days === 0 ? t('licences.expiresToday') : t('licences.expiresIn', { count: standing.days })
    case 'expired':
      return t('licences.expired')
    case 'switched-off':
      return t('licences.switchedOff')
  }
}

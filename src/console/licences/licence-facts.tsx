import { Badge, Progress, Text } from '@mantine/core'
import { type Licence, productsWithUserManagement } from '../../contract/licence'
import { dayInWords } from '../../ui/dates'
import { type LicenceState, licenceState, seatsLeft } from '../../ui/licence-state'
import { useWords } from '../i18n/words'

const stateColors: Readonly<Record<LicenceState['state'], string>> = {
  active: 'green',
  ending: 'yellow',
  expired: 'red',
  'switched-off': 'gray',
}

interface LicenceProps {
  licence: Licence
  /** ISO 8601 date. */
  today: string
}

/** How a licence stands. */
export function LicenceBadge({ licence, today }: LicenceProps) {
  const { t } = useWords()
  const standing = licenceState(licence, today)
  return (
    <Badge className="badge" variant="light" color={stateColors[standing.state]} data-state={standing.state}>
      {stateText(t, standing)}
    </Badge>
  )
}

/** What a licence is, how many seats are left, how long it lasts and what happens then. */
export function LicenceFacts({ licence, today }: LicenceProps) {
  const { t, language } = useWords()
  const standing = licenceState(licence, today)
  const { seats, seatsUsed, endsOn } = licence
  const left = seatsLeft(licence)
  const product = t(`licences.products.${licence.product}`)
  const used = t('licences.seatsUsed', { count: seatsUsed, seats })
  const endWord = standing.state === 'expired' ? 'licences.endedOn' : 'licences.endsOn'
  return (
    <>
      <Text c="dimmed">
        {product === licence.name ? '' : `${t('licences.product', { product })} · `}
        {t(productsWithUserManagement.has(licence.product) ? 'licences.userManagement' : 'licences.noUserManagement')}
      </Text>
      <div className="licence-seats">
        <div className="licence-figures">
          <Text>{used}</Text>
          <Text fw={600}>{left === 0 ? t('licences.noSeatsLeft') : t('licences.seatsLeft', { count: left })}</Text>
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
      {(standing.state === 'expired' || standing.state === 'switched-off') && seatsUsed > 0 && <Text>{t('licences.sinceEnd', { count: seatsUsed })}</Text>}
    </>
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

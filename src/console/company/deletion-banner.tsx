import { Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { mayUse } from '../../contract/console-areas'
import { regionOf } from '../../ui/region'
import { Rich, useWords } from '../i18n/words'
import { useMe } from '../shell/session'
import { KeepCompanyButton } from './keep-company-button'

/** Says on every page that the company is going to be deleted, and lets administrators keep it. */
export function DeletionBanner() {
  const { language } = useWords()
  const { account, company } = useMe()
  if (company.deletesAt === null) return null
  const time = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeStyle: 'short' }).format(company.deletesAt)
  return (
    <div className="banner banner-warning">
      <IconAlertTriangle size={20} aria-hidden />
      <Text className="banner-text">
        <Rich words="company.deletion.banner" values={{ company: account.companyName, time }} parts={{ b: <strong /> }} />
      </Text>
      {mayUse(account.role, 'company') && <KeepCompanyButton />}
    </div>
  )
}

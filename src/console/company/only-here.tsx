import { Text } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { isOnThisComputer } from '../api/on-this-computer'
import { useWords } from '../i18n/words'

/** Where links are made for others: that they open on this computer alone, where they do. */
export function OnlyHere() {
  const { t } = useWords()
  if (!isOnThisComputer()) return null
  return (
    <div className="banner banner-note">
      <IconDeviceDesktop size={20} aria-hidden />
      <Text className="banner-text">{t('place.linksHere')}</Text>
    </div>
  )
}

import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { consoleLanguages, languageNames } from '../../contract/languages'
import { initials } from '../../ui/initials'
import { signOut } from '../api/console-api'
import { useWords } from '../i18n/words'
import { themes, usePreferences } from '../preferences/preferences'
import { paths } from '../routes/paths'
import { useAnnounce } from './announcement'
import { useMe } from './session'

/** Who is signed in, how the console looks, and the way out. */
export function AccountMenu() {
  const { t } = useWords()
  const { account } = useMe()
  const { theme, chooseTheme, language, chooseLanguage } = usePreferences()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const announce = useAnnounce()
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      navigate(paths.signedOut)
      client.clear()
    },
    onError: () => announce({ outcome: 'failed', text: t('accountMenu.signOutFailed') }),
  })

  return (
    <Menu position="bottom-end" width={264} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className="account-button">
          <Avatar size={32} color="indigo" aria-hidden>
            {initials(account.name)}
          </Avatar>
          <span className="account-name">{account.name}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="account-summary" role="presentation">
          <Text fw={600}>{account.name}</Text>
          <Text size="xs" c="dimmed" className="breakable">
            {account.email}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`roles.${account.role}`)}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={16} aria-hidden />} onClick={() => navigate(paths.ownAccount)}>
          {t('ownAccount.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('look.language')}</Menu.Label>
        {consoleLanguages.map((each) => (
          <Menu.RadioItem
            key={each}
            value={each}
            lang={each}
            checked={each === language}
            onChange={() => chooseLanguage(each)}
          >
            {languageNames[each]}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('look.theme')}</Menu.Label>
        {themes.map((each) => (
          <Menu.RadioItem key={each} value={each} checked={each === theme} onChange={() => chooseTheme(each)}>
            {t(`themes.${each}`)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leaving.mutate()}>
          {t('accountMenu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

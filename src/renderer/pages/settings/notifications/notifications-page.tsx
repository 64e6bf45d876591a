import { useWords } from '../../../i18n/words'
import { useAppState } from '../../../state/client'
import section from '../section.module.css'
import { SwitchSetting } from '../setting'
import { SettingsFrame } from '../settings-frame'
import { useChangeSettings } from '../use-change-settings'
import { PauseSetting } from './pause-setting'
import { QuietHoursSetting } from './quiet-hours-setting'
import { SystemNotifications } from './system-notifications'

/** What Parley tells of while one does something else, and when it does not. */
export default function NotificationsPage() {
  const { t } = useWords()
  const settings = useAppState((state) => state.settings.notifications)
  const email = useAppState(({ session }) => (session.state === 'signed-out' ? null : (session.account?.email ?? null)))
  const severalAccounts = useAppState((state) => state.accounts.entries.length > 1)
  const [failed, change] = useChangeSettings()
  return (
    <SettingsFrame title={t('settings.notifications')} failed={failed}>
      {email !== null && severalAccounts && <p className={section['quiet']}>{t('notifications.ownHint', { email })}</p>}
      <SwitchSetting
        name="notifications.meetingSoon"
        label={t('notifications.meetingSoon')}
        hint={t('notifications.meetingSoonHint')}
        checked={settings.meetingSoon}
        onChange={(meetingSoon) => change({ notifications: { meetingSoon } })}
      />
      <SwitchSetting
        name="notifications.invitation"
        label={t('notifications.invitation')}
        hint={t('notifications.invitationHint')}
        checked={settings.invitation}
        onChange={(invitation) => change({ notifications: { invitation } })}
      />
      <SwitchSetting
        name="notifications.badge"
        label={t('notifications.badge')}
        hint={t('notifications.badgeHint')}
        checked={settings.badge}
        onChange={(badge) => change({ notifications: { badge } })}
      />
      <PauseSetting pausedUntil={settings.pausedUntil} onChange={(pausedUntil) => change({ notifications: { pausedUntil } })} />
      <QuietHoursSetting settings={settings} onChange={(notifications) => change({ notifications })} />
      <SystemNotifications />
    </SettingsFrame>
  )
}

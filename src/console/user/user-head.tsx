import { Avatar, Badge, Text } from '@mantine/core'
import type { UserPage } from '../../contract/console-users'
import { initials } from '../../ui/initials'
import { useWords } from '../i18n/words'
import { PageHeading } from '../shell/page-heading'
import { EmailCell, LastSeenCell } from '../users/user-cells'

/** Who it is, and how it stands. */
export function UserHead({ page: { user, isYourself } }: { page: UserPage }) {
  const { t } = useWords()
  return (
    <div className="user-head">
      <Avatar size={56} color="gray" aria-hidden>
        {initials(user.name)}
      </Avatar>
      <div className="user-names">
        <PageHeading>{user.name}</PageHeading>
        <Text c="dimmed" component="div">
          <EmailCell email={user.email} />
        </Text>
      </div>
      <dl className="user-facts">
        <div>
          <dt>{t('users.columns.role')}</dt>
          <dd>{isYourself ? t('userPage.roleOfYours', { role: t(`roles.${user.role}`) }) : t(`roles.${user.role}`)}</dd>
        </div>
        <div>
          <dt>{t('userPage.state')}</dt>
          <dd>
            <Badge className="badge" variant="light" color={user.active ? 'green' : 'gray'}>
              {t(user.active ? 'users.active' : 'users.inactive')}
            </Badge>
          </dd>
        </div>
        <div>
          <dt>{t('users.columns.lastSeenAt')}</dt>
          <dd>
            <LastSeenCell time={user.lastSeenAt} />
          </dd>
        </div>
      </dl>
    </div>
  )
}

import type { UserMade } from '../../contract/console-users'
import { isOnThisComputer } from '../api/on-this-computer'
import { ShownOnce } from '../fields/shown-once'
import { useWords } from '../i18n/words'

/** The link by which a new user chooses a password, where nobody mails it. */
export function UserMadeNotice({ made, onClose }: { made: UserMade; onClose: () => void }) {
  const { t } = useWords()
  return (
    <ShownOnce
      text={t('createUser.madeText', { name: made.user.name })}
      label={t('userPage.signIn.link')}
      hint={isOnThisComputer() ? `${t('createUser.linkHint')} ${t('place.linkHere')}` : t('createUser.linkHint')}
      value={made.link}
      copyLabel={t('invitations.copy')}
      onClose={onClose}
    />
  )
}

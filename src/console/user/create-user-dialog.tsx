import { useState } from 'react'
import type { UserMade } from '../../contract/console-users'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../i18n/words'
import { CreateUserForm } from './create-user-form'
import { UserMadeNotice } from './user-made-notice'

/** Makes a user; where no mail is sent, shows the link that the user needs. */
export function CreateUserDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords()
  const [made, setMade] = useState<UserMade | null>(null)
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen)
    if (isOpen) setMade(null)
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={made === null ? t('createUser.title') : t('createUser.madeTitle')}
      closeLabel={t('changeLicence.close')}
      width={480}
    >
      {made === null ? (
        <CreateUserForm onMade={(user) => (user.isMailed ? onClose() : setMade(user))} onCancel={onClose} />
      ) : (
        <UserMadeNotice made={made} onClose={onClose} />
      )}
    </Dialog>
  )
}

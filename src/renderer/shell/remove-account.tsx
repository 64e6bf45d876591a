import { useState } from 'react'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { Modal, ModalActions } from '../controls/modal'
import { useWords } from '../i18n/words'
import { useClient } from '../state/client'
import styles from './remove-account.module.css'

interface RemoveAccountProps {
  /** Its key. */
  account: string
  email: string
  onClose: () => void
}

/** Asks before an account is taken away from this computer. */
export default function RemoveAccount({ account, email, onClose }: RemoveAccountProps) {
  const { t } = useWords()
  const { bridge } = useClient()
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking')
  const remove = () => {
    setState('busy')
    bridge.invoke('accounts.remove', account).then(onClose, () => setState('failed'))
  }
  return (
    <Modal
      title={t('removal.title')}
      onClose={onClose}
      foot={
        <>
          {state === 'failed' && <Message kind="problem">{t('removal.failed')}</Message>}
          <ModalActions>
            <Button look="danger" isBusy={state === 'busy'} onClick={remove}>
              {t('removal.action')}
            </Button>
            <Button onClick={onClose}>{t('signIn.cancel')}</Button>
          </ModalActions>
        </>
      }
    >
      <p className={styles['email']}>
        <bdi>{email}</bdi>
      </p>
      <p>{t('removal.text')}</p>
    </Modal>
  )
}

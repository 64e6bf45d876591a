import { Button } from '../../../controls/button'
import { useWords } from '../../../i18n/words'
import { useAppState, useClient } from '../../../state/client'
import { Blocked } from './blocked'

/** The session is over: signing in again comes first, then the page goes on where it was. */
export function ExpiredPanel() {
  const { t } = useWords()
  const { bridge } = useClient()
  const signingIn = useAppState((state) => state.session.state === 'signing-in')
  if (signingIn) return <Blocked title={t('userManagement.signingInTitle')} text={t('userManagement.signingInText')} />
  return (
    <Blocked
      title={t('userManagement.expiredTitle')}
      text={t('userManagement.expiredText')}
      action={
        <Button look="primary" onClick={() => void bridge.invoke('session.signIn').catch(() => {})}>
          {t('userManagement.expiredAction')}
        </Button>
      }
    />
  )
}

import type { Session } from '../../../../contract/session'
import { Button } from '../../../controls/button'
import { Fact, Facts } from '../../../controls/facts'
import { useWords, type Word } from '../../../i18n/words'
import { PageHeading } from '../../../shell/page-heading'
import { useAppState, useClient } from '../../../state/client'
import { KeychainMessage } from '../../sign-in/keychain-message'
import { roleWords } from '../role-words'
import styles from '../section.module.css'
import { OwnSettings } from './own-settings'

type AccountSession = Exclude<Session, { state: 'signed-out' }>

function sessionWord(session: AccountSession): Word {
  if (session.state === 'expired') return 'account.expired'
  if (session.state === 'signing-in') return 'account.signingIn'
  return session.persistence === 'kept' ? 'account.kept' : 'account.untilQuit'
}

export default function AccountPage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const session = useAppState((state) => state.session)
  if (session.state === 'signed-out' || session.account === null) return null
  const { account } = session
  const untilQuit = session.state === 'signed-in' && session.persistence === 'until-quit'
  return (
    <div className={styles['page']}>
      <PageHeading title={t('settings.account')} />
      <Facts>
        <Fact name={t('account.name')}>{account.name}</Fact>
        <Fact name={t('account.email')}>{account.email}</Fact>
        <Fact name={t('account.company')}>{account.companyName}</Fact>
        {account.role !== null && <Fact name={t('account.role')}>{t(roleWords[account.role])}</Fact>}
        <Fact name={t('account.session')}>{t(sessionWord(session))}</Fact>
      </Facts>
      {untilQuit && <KeychainMessage />}
      <div className={styles['row']}>
        <Button look="danger" onClick={() => void bridge.invoke('session.signOut').catch(() => {})}>
          {t('account.signOut')}
        </Button>
        <p className={styles['small']}>{t('account.signOutHint')}</p>
      </div>
      <OwnSettings />
    </div>
  )
}

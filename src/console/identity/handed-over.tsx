import { Button, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { Rich, useWords } from '../i18n/words'
import { useMe } from '../shell/session'
import { useOtherAccount } from './use-other-account'

interface HandedOver {
  /** E-mail of the account that the app handed over for (`login_hint`), until somebody has decided; else null. */
  email: string | null
  /** Somebody stays with the account that is signed in here. */
  stay: () => void
}

const HandedOverContext = createContext<HandedOver>({ email: null, stay: () => undefined })

/** Remembers for which account the app opened the console, while people go from page to page. */
export function HandedOverProvider({ children }: { children: ReactNode }) {
  const [email, setEmail] = useState(() => new URLSearchParams(window.location.search).get('login_hint'))
  const handedOver = useMemo(() => ({ email, stay: () => setEmail(null) }), [email])
  return <HandedOverContext value={handedOver}>{children}</HandedOverContext>
}

/** Tells when another account is signed in in this browser than in the app that opened the console, and how to switch. */
export function HandedOverBanner() {
  const { t } = useWords()
  const { account } = useMe()
  const { email, stay } = use(HandedOverContext)
  const otherAccount = useOtherAccount(window.location.pathname, '', email)
  if (email === null || email.toLowerCase() === account.email.toLowerCase()) return null
  return (
    <div className="banner banner-warning" role="alert">
      <IconUsers size={20} aria-hidden />
      <div className="banner-text">
        <Text>
          <Rich
            words="handedOver.text"
            values={{ here: account.email, there: email }}
            parts={{ b: <strong className="breakable" /> }}
          />
        </Text>
        {otherAccount.hasFailed && <Text>{t('accountMenu.signOutFailed')}</Text>}
      </div>
      <Button size="compact-md" loading={otherAccount.isLeaving} onClick={otherAccount.leave}>
        {t('handedOver.switch', { email })}
      </Button>
      <Button size="compact-md" variant="default" onClick={stay}>
        {t('handedOver.stay', { name: account.name })}
      </Button>
    </div>
  )
}

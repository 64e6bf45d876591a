import { lazy, Suspense } from 'react'
import { SignInPage } from './pages/sign-in/sign-in-page'
import { hasAccount } from './screens'
import { Broken } from './shell/broken'
import { Shell } from './shell/shell'
import { usePage } from './shell/use-page'
import { ClientProvider, useAppState, type Client } from './state/client'

const NetworkOutside = lazy(() => import('./network/network-outside'))
const NetworkQuestion = lazy(() => import('./network/network-question'))

function Screen() {
  const inside = useAppState((state) => hasAccount(state.session))
  const [{ page }] = usePage()
  // What a page holds belongs to the account that is shown: another one gets pages of its own.
  const key = useAppState((state) => state.accounts.current)
  if (inside) return <Shell key={key} />
  return page === 'settings.network' ? <NetworkOutside /> : <SignInPage />
}

/** Whatever is on the screen, a proxy may stop a request and ask. */
function Question() {
  const isAsked = useAppState((state) => state.network.question !== null)
  return isAsked ? <NetworkQuestion /> : null
}

export function App({ client }: { client: Client }) {
  return (
    <ClientProvider client={client}>
      <Broken>
        <Suspense fallback={null}>
          <Screen />
          <Question />
        </Suspense>
      </Broken>
    </ClientProvider>
  )
}

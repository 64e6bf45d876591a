import { SignInPage } from './pages/sign-in/sign-in-page'
import { hasAccount } from './screens'
import { Broken, OverPage } from './shell/broken'
import { loadedLater } from './shell/loaded-later'
import { Shell } from './shell/shell'
import { useRoomForPages } from './shell/use-mini-window'
import { ClientProvider, useAppState, type Client } from './state/client'

const NetworkQuestion = loadedLater(() => import('./network/network-question'))

function Screen() {
  const inside = useAppState((state) => hasAccount(state.session))
  useRoomForPages()
  // What a page holds belongs to the account that is shown: another one gets pages of its own.
  const key = useAppState((state) => state.accounts.current)
  return inside ? <Shell key={key} /> : <SignInPage />
}

/** Whatever is on the screen, a proxy may stop a request and ask. */
function Question() {
  const isAsked = useAppState((state) => state.network.question !== null)
  if (!isAsked) return null
  return (
    <OverPage>
      <NetworkQuestion />
    </OverPage>
  )
}

export function App({ client }: { client: Client }) {
  return (
    <ClientProvider client={client}>
      <Broken>
        <Screen />
        <Question />
      </Broken>
    </ClientProvider>
  )
}

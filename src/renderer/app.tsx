import { SignInPage } from './pages/sign-in/sign-in-page'
import { hasAccount } from './screens'
import { Broken } from './shell/broken'
import { Shell } from './shell/shell'
import { ClientProvider, useAppState, type Client } from './state/client'

function Screen() {
  const inside = useAppState((state) => hasAccount(state.session))
  return inside ? <Shell /> : <SignInPage />
}

export function App({ client }: { client: Client }) {
  return (
    <ClientProvider client={client}>
      <Broken>
        <Screen />
      </Broken>
    </ClientProvider>
  )
}

import { Suspense } from 'react'
import { SignInPage } from './pages/sign-in/sign-in-page'
import { hasAccount, Shell } from './screens'
import { Broken } from './shell/broken'
import { ClientProvider, useAppState, type Client } from './state/client'

function Screen() {
  const inside = useAppState((state) => hasAccount(state.session))
  return inside ? <Shell /> : <SignInPage />
}

export function App({ client }: { client: Client }) {
  return (
    <ClientProvider client={client}>
      <Broken>
        <Suspense>
          <Screen />
        </Suspense>
      </Broken>
    </ClientProvider>
  )
}

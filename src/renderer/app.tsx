import { Suspense } from 'react'
import { Broken } from './shell/broken'
import { hasAccount, Shell, SignInPage } from './screens'
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

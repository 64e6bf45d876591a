import '../ui/strict-policy'
import './mantine-styles'
import './console.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { navigate } from 'wouter/use-browser-location'
import { createQueryClient, knownEmail } from './api/queries'
import { App } from './app'
import { setLanguage } from './i18n/words'
import { HandedOverProvider } from './identity/handed-over'
import { firstLanguage, PreferencesProvider } from './preferences/preferences'
import { isConsolePage } from './routes/paths'
import { signInAddress } from './routes/sign-in-request'

const queryClient = createQueryClient(() => {
  const { pathname, search } = window.location
  if (!isConsolePage(pathname)) return
  const email = knownEmail(queryClient)
  const address = signInAddress(pathname, search, email)
  // Nothing of one account may be seen by whoever signs in next.
  queryClient.clear()
  navigate(address, { replace: true, state: { sessionEnded: email !== null } })
})

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')

await setLanguage(firstLanguage())
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider>
        <HandedOverProvider>
          <App />
        </HandedOverProvider>
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
)

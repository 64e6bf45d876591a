import '../ui/strict-policy'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { navigate } from 'wouter/use-browser-location'
import { mayUse } from '../contract/console-areas'
import { forgetAhead } from './api/ahead'
import { createQueryClient, knownEmail, licencesQuery, meQuery, usersQuery } from './api/queries'
import { App } from './app'
import { setLanguage } from './i18n/words'
import { HandedOverProvider } from './identity/handed-over'
import { firstLanguage } from './preferences/first-language'
import { followRegions } from './preferences/follow-regions'
import { PreferencesProvider } from './preferences/preferences'
import { loadOtherPages, loadPageAt } from './routes/pages'
import { isConsolePage, paths } from './routes/paths'
import { signInAddress } from './routes/sign-in-request'
import { readUsersView } from './users/users-address'

/** So long the first view waits for answers that are under way: drawing it twice takes longer. Milliseconds. */
const patience = 50

/** So long answers that were asked for ahead are as good as new. Milliseconds. */
const freshFor = 10_000

/** So long people look at the first page before its script makes the others ready. Milliseconds. */
const settling = 2_000

/** Shows the page at the address, with what was asked for ahead. */
export async function show(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root')

  const queryClient = createQueryClient(() => {
    const { pathname, search } = window.location
    if (!isConsolePage(pathname)) return
    const email = knownEmail(queryClient)
    const address = signInAddress(pathname, search, email)
    // Nothing of one account may be seen by whoever signs in next.
    queryClient.clear()
    forgetAhead()
    navigate(address, { replace: true, state: { sessionEnded: email !== null } })
  })
  const enough = new Promise((resolve) => setTimeout(resolve, patience))
  followRegions(navigator.languages)
  await Promise.all([
    setLanguage(firstLanguage()),
    loadPageAt(window.location.pathname),
    Promise.race([firstAnswers(queryClient), enough]),
  ])

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
  setTimeout(forgetAhead, freshFor)
  setTimeout(() => void loadOtherPages(), settling)
}

const none = () => null

/** Fills in what the first view shows. Where there is no answer, the view itself asks again and tells. */
async function firstAnswers(client: QueryClient): Promise<void> {
  const { pathname, search } = window.location
  if (pathname !== paths.users && !pathname.startsWith(`${paths.users}/`)) return
  const me = await client.query(meQuery).catch(none)
  const role = me?.account.role
  if (pathname !== paths.users || role === undefined || !mayUse(role, 'users')) return
  await Promise.all([
    client.infiniteQuery(usersQuery(readUsersView(search))).catch(none),
    client.query(licencesQuery).catch(none),
  ])
}

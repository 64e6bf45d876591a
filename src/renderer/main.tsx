import './look/page.css'
import { createRoot } from 'react-dom/client'
import { navigate } from 'wouter/use-hash-location'
import { matchLanguage } from '../contract/languages'
import { writeDatesAs } from '../ui/region'
import { App } from './app'
import { setLanguage, showInstead } from './i18n/words'
import { followAppearance } from './look/follow-appearance'
import { hasAccount } from './screens'
import { Sorry } from './shell/broken'
import { followAppState } from './state/app-store'
import { bridge } from './state/bridge'
import { createContactsStore } from './state/contacts-store'
import { createSwitchesStore } from './state/microphone-store'
import { followNetwork } from './state/network-return'
import { followPages } from './state/page-requests'
import { createMeetingsStore } from './state/meetings-store'
import { createToldStore } from './state/told-problems'
import { createUserManagementStore } from './state/user-management-store'

const page = createRoot(document.body.appendChild(document.createElement('div')))

async function start() {
  const userManagement = createUserManagementStore(bridge, Date.now)
  followPages(bridge, userManagement)
  followNetwork(bridge, window)
  const meetings = createMeetingsStore(bridge, setTimeout)
  const contacts = createContactsStore(bridge)
  // Home's meetings come with the first screen.
  const asked = meetings.getState().askUpcoming()
  // Most often the system's language is the one to show: its words load while main answers.
  void setLanguage(matchLanguage(navigator.languages)).catch(() => undefined)
  const app = await followAppState(bridge)
  followAppearance(app)
  writeDatesAs(app.getState().language, app.getState().region)
  // The words come before the first paint: no half-filled screen is shown.
  await setLanguage(app.getState().language).catch(() => showInstead('en'))
  await asked
  app.subscribe((state, before) => {
    writeDatesAs(state.language, state.region)
    // Where its words can't be read, the banner says so.
    if (state.language !== before.language) setLanguage(state.language).catch(() => undefined)
    const isSwitch = state.accounts.current !== before.accounts.current
    if (isSwitch || (state.session.state === 'signed-out' && before.session.state !== 'signed-out')) {
      // The next account must see neither the last one's company nor its page.
      userManagement.getState().forget()
      meetings.getState().forget()
      contacts.getState().forget()
      if (hasAccount(before.session)) navigate('/', { replace: true })
    } else if (state.session.state === 'signed-in' && before.session.state !== 'signed-in') void meetings.getState().signedInAgain()
  })
  const stores = { app, userManagement, meetings, contacts, switches: createSwitchesStore(bridge), told: createToldStore() }
  page.render(<App client={{ bridge, ...stores, now: Date.now }} />)
  // Two frames later, the first screen is on the display.
  requestAnimationFrame(() => requestAnimationFrame(() => void bridge.invoke('page.painted')))
}

start().catch(async () => {
  await setLanguage(matchLanguage(navigator.languages))
  page.render(<Sorry again={() => location.reload()} />)
})

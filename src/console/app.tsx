import { useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { pages } from './routes/pages'
import { paths } from './routes/paths'
import { NotFoundPage } from './shell/not-found-page'
import { HasMoved } from './shell/page-heading'
import { Shell } from './shell/shell'

/** Every page of the console, by its path. */
export function App() {
  const [location] = useLocation()
  const [first] = useState(location)
  const [hasMoved, setHasMoved] = useState(false)
  if (!hasMoved && location !== first) setHasMoved(true)

  return (
    <HasMoved value={hasMoved}>
      <Switch>
        <Route path={paths.signIn}>
          <pages.signIn.Page />
        </Route>
        <Route path={paths.answer}>
          <pages.answer.Page />
        </Route>
        <Route path={paths.device}>
          <pages.device.Page />
        </Route>
        <Route path={paths.createCompany}>
          <pages.createCompany.Page />
        </Route>
        <Route path={paths.signedOut}>
          <pages.signedOut.Page />
        </Route>
        <Route path={paths.forgotten}>
          <pages.forgotten.Page />
        </Route>
        <Route path={paths.resetPassword}>
          <pages.resetPassword.Page />
        </Route>
        <Route path={paths.confirmEmail}>
          <pages.confirmEmail.Page />
        </Route>
        <Route path={paths.invitation}>
          <pages.invitation.Page />
        </Route>
        <Route path={paths.help}>
          <pages.help.Page />
        </Route>
        <Route path={paths.users}>
          <Shell area="users">
            <pages.users.Page />
          </Shell>
        </Route>
        <Route path={`${paths.user}/:id`}>
          {({ id }) => (
            <Shell area="users">
              <pages.user.Page key={id} id={id} />
            </Shell>
          )}
        </Route>
        <Route path={paths.licences}>
          <Shell area="licences">
            <pages.licences.Page />
          </Shell>
        </Route>
        <Route path={`${paths.licences}/:id`}>
          {({ id }) => (
            <Shell area="licences">
              <pages.licence.Page key={id} id={id} />
            </Shell>
          )}
        </Route>
        <Route path={paths.jobs}>
          <Shell area="users">
            <pages.jobs.Page />
          </Shell>
        </Route>
        <Route path={`${paths.jobs}/:id`}>
          {({ id }) => (
            <Shell area="users">
              <pages.job.Page key={id} id={id} />
            </Shell>
          )}
        </Route>
        <Route path={paths.import}>
          <Shell area="users">
            <pages.import.Page />
          </Shell>
        </Route>
        <Route path={paths.events}>
          <Shell area="events">
            <pages.events.Page />
          </Shell>
        </Route>
        <Route path={paths.company}>
          <Shell area="company">
            <pages.company.Page />
          </Shell>
        </Route>
        <Route path={paths.invitations}>
          <Shell area="invitations">
            <pages.invitations.Page />
          </Shell>
        </Route>
        <Route path={paths.products}>
          <Shell area="products">
            <pages.products.Page />
          </Shell>
        </Route>
        <Route path={paths.ownAccount}>
          <Shell area="ownAccount">
            <pages.ownAccount.Page />
          </Shell>
        </Route>
        <Route path={paths.scriptTokens}>
          <Shell area="scriptTokens">
            <pages.scriptTokens.Page />
          </Shell>
        </Route>
        <Route path="/">
          <Redirect to={paths.users} replace />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </HasMoved>
  )
}

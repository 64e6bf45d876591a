import { useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { ImportPage } from './bulk/import-page'
import { JobPage } from './bulk/job-page'
import { JobsPage } from './bulk/jobs-page'
import { CompanyPage } from './company/company-page'
import { DevicePage } from './device/device-page'
import { EventsPage } from './events/events-page'
import { HelpPage } from './help/help-page'
import { AnswerPage } from './identity/answer-page'
import { ConfirmEmailPage } from './identity/confirm-email-page'
import { CreateCompanyPage } from './identity/create-company-page'
import { ForgottenPage } from './identity/forgotten-page'
import { InvitationPage } from './identity/invitation-page'
import { ResetPasswordPage } from './identity/reset-password-page'
import { SignInPage } from './identity/sign-in-page'
import { SignedOutPage } from './identity/signed-out-page'
import { InvitationsPage } from './invitations/invitations-page'
import { LicencePage } from './licences/licence-page'
import { LicencesPage } from './licences/licences-page'
import { OwnAccountPage } from './own-account/own-account-page'
import { ProductsPage } from './products/products-page'
import { paths } from './routes/paths'
import { ScriptTokensPage } from './script-tokens/script-tokens-page'
import { NotFoundPage } from './shell/not-found-page'
import { HasMoved } from './shell/page-heading'
import { Shell } from './shell/shell'
import { UserPage } from './user/user-page'
import { UsersPage } from './users/users-page'

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
          <SignInPage />
        </Route>
        <Route path={paths.answer}>
          <AnswerPage />
        </Route>
        <Route path={paths.device}>
          <DevicePage />
        </Route>
        <Route path={paths.createCompany}>
          <CreateCompanyPage />
        </Route>
        <Route path={paths.signedOut}>
          <SignedOutPage />
        </Route>
        <Route path={paths.forgotten}>
          <ForgottenPage />
        </Route>
        <Route path={paths.resetPassword}>
          <ResetPasswordPage />
        </Route>
        <Route path={paths.confirmEmail}>
          <ConfirmEmailPage />
        </Route>
        <Route path={paths.invitation}>
          <InvitationPage />
        </Route>
        <Route path={paths.help}>
          <HelpPage />
        </Route>
        <Route path={paths.users}>
          <Shell area="users">
            <UsersPage />
          </Shell>
        </Route>
        <Route path={`${paths.user}/:id`}>
          {({ id }) => (
            <Shell area="users">
              <UserPage key={id} id={id} />
            </Shell>
          )}
        </Route>
        <Route path={paths.licences}>
          <Shell area="licences">
            <LicencesPage />
          </Shell>
        </Route>
        <Route path={`${paths.licences}/:id`}>
          {({ id }) => (
            <Shell area="licences">
              <LicencePage key={id} id={id} />
            </Shell>
          )}
        </Route>
        <Route path={paths.jobs}>
          <Shell area="users">
            <JobsPage />
          </Shell>
        </Route>
        <Route path={`${paths.jobs}/:id`}>
          {({ id }) => (
            <Shell area="users">
              <JobPage key={id} id={id} />
            </Shell>
          )}
        </Route>
        <Route path={paths.import}>
          <Shell area="users">
            <ImportPage />
          </Shell>
        </Route>
        <Route path={paths.events}>
          <Shell area="events">
            <EventsPage />
          </Shell>
        </Route>
        <Route path={paths.company}>
          <Shell area="company">
            <CompanyPage />
          </Shell>
        </Route>
        <Route path={paths.invitations}>
          <Shell area="invitations">
            <InvitationsPage />
          </Shell>
        </Route>
        <Route path={paths.products}>
          <Shell area="products">
            <ProductsPage />
          </Shell>
        </Route>
        <Route path={paths.ownAccount}>
          <Shell area="ownAccount">
            <OwnAccountPage />
          </Shell>
        </Route>
        <Route path={paths.scriptTokens}>
          <Shell area="scriptTokens">
            <ScriptTokensPage />
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

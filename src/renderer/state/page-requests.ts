import { navigate } from 'wouter/use-hash-location'
import type { Bridge } from '../../contract/channels'
import { pagePath } from '../../contract/routes'
import type { UserManagementStore } from './user-management-store'

/**
 * Follows the pages that main asks for (deep links, the menu). A link to User management opens its pop-up again, even
 * when that page is in sight already.
 */
export function followPages(bridge: Bridge, userManagement: UserManagementStore): void {
  bridge.on('page.requested', (destination) => {
    navigate(pagePath(destination))
    if (destination.page === 'settings.user-management') userManagement.getState().choose()
  })
}

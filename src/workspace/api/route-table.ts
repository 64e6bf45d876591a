import { accountRoutes } from './account-routes'
import { meetingRoutes } from './meeting-routes'
import type { ApiRoute } from './route'
import { userRoutes } from './user-routes'

/** Every route of the Web API: what is answered, checked and documented follows from it. */
export const routeTable: readonly ApiRoute[] = [...accountRoutes, ...userRoutes, ...meetingRoutes]

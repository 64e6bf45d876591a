import { accountRoutes } from './account-routes'
import { bulkJobRoutes } from './bulk-job-routes'
import { eventRoutes } from './event-routes'
import { importRoutes } from './import-routes'
import { meetingRoutes } from './meeting-routes'
import { occurrenceRoutes } from './occurrence-routes'
import { roleRoutes } from './role-routes'
import type { ApiRoute } from './route'
import { userChangeRoutes } from './user-change-routes'
import { userRoutes } from './user-routes'

/** Every route of the Web API: what is answered, checked and documented follows from it. */
export const routeTable: readonly ApiRoute[] = [
  ...accountRoutes,
  ...userRoutes,
  ...userChangeRoutes,
  ...roleRoutes,
  ...bulkJobRoutes,
  ...importRoutes,
  ...meetingRoutes,
  ...occurrenceRoutes,
  ...eventRoutes,
]

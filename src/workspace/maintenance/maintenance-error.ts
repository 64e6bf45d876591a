/** Why something could not be done; the message is for the operator. */
export class MaintenanceError extends Error {
  override name = 'MaintenanceError'
}

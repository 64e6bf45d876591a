import { apiPrefix } from '../../../contract/web-api'
import type { Capabilities } from '../../../contract/workspace'
import { readUrl } from '../../../contract/read-url'
import { consoleAddress } from '../../console/hand-off'
import { openRequests, type RequestEffects } from '../requests'
import { webApiWorkspace } from '../web-api/web-api-workspace'
import type { Workspace } from '../workspace'

/** What every workspace of Parley's own can do, on this computer or on a server. */
const parleyCapabilities: Omit<Capabilities, 'linksElsewhere'> = {
  people: true,
  presence: true,
  meetingTimeZone: true,
  meetingRecurrence: true,
  meetingInvitees: true,
  meetingRoom: 'client',
}

export interface ParleyWorkspaceEffects extends Omit<RequestEffects, 'base'> {
  /** Its address, an origin, or null while it is not up. */
  address: () => string | null
  /** Its address, or the one that it had last, for the console's link; null while none was ever known. */
  lastAddress: () => string | null
  /** Whether other computers reach it. */
  isReachable: boolean
}

/** A workspace of Parley's own, on this computer or self-hosted: the same service at another address. */
export function parleyWorkspace(effects: ParleyWorkspaceEffects): Workspace {
  const send = openRequests({
    ...effects,
    base: () => {
      const address = effects.address()
      return address === null ? null : address + apiPrefix
    },
  })
  return webApiWorkspace({
    send,
    capabilities: { ...parleyCapabilities, linksElsewhere: effects.isReachable },
    consoleAddress: (email) => consoleAddress(effects.lastAddress(), email),
    isOwnPage: (address) => {
      const own = effects.lastAddress()
      return own !== null && readUrl(address)?.origin === own
    },
    // They are all in one list, which is under both addresses.
    standAloneMeetings: null,
    now: effects.now,
  })
}

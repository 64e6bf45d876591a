import type { Capabilities } from '../../../contract/workspace'
import { readUrl } from '../../../contract/read-url'
import { consoleAddress } from '../../console/hand-off'
import type { WorkspaceAccess } from '../kind'
import { freshHistory } from '../list-history'
import { openRequests, type Reads } from '../requests'
import type { Turnstile } from '../turnstile'
import { webApiWorkspace } from '../web-api/web-api-workspace'
import type { TeamViewerHosts } from './hosts'
import { teamviewerProvider, type TeamViewerClient } from './teamviewer-provider'

/** What the vendor's public Web API can do. It tells no role; a meeting takes place on a page of the vendor's. */
const teamviewerCapabilities: Capabilities = {
  people: true,
  presence: true,
  meetingTimeZone: false,
  meetingRecurrence: false,
  meetingInvitees: false,
  meetingRoom: 'browser',
  linksElsewhere: true,
}

export interface TeamViewerEffects extends TeamViewerClient {
  hosts: TeamViewerHosts
  /** Port of the redirect address in the app's registration. */
  redirectPort: () => number
  fetch: typeof globalThis.fetch
  turnstile: Turnstile
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds until a request counts as lost; only tests are less patient. */
  timeout?: number
}

/** The vendor's cloud. */
export function teamviewerAccess(effects: TeamViewerEffects): WorkspaceAccess {
  const { hosts, now } = effects
  const reads: Reads = new Map()
  return {
    host: new URL(hosts.login).host,
    address: () => Promise.resolve(hosts.login),
    discover: () => teamviewerProvider(effects),
    redirectPort: effects.redirectPort,
    open: (tokens, history = freshHistory()) =>
      webApiWorkspace({
        send: openRequests({ ...effects, reads, tokens, base: () => hosts.api }),
        capabilities: teamviewerCapabilities,
        consoleAddress: () => consoleAddress(hosts.login, null),
        isOwnPage: (address) => isVendorPage(address, hosts.login),
        standAloneMeetings: history,
        now,
      }),
  }
}

/** The vendor's meeting pages are on several hosts of its domain. */
function isVendorPage(address: string, login: string): boolean {
  const url = readUrl(address)
  if (url === null) return false
  const { protocol, hostname } = url
  const domain = new URL(login).hostname.split('.').slice(-2).join('.')
  return protocol === 'https:' && (hostname === domain || hostname.endsWith(`.${domain}`))
}

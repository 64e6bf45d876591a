import type { OpenAccount } from './accounts'

type Placed = Pick<OpenAccount, 'key' | 'host'> & { workspace: Pick<OpenAccount['workspace'], 'isOwnPage'> }

/**
 * Tells whose workspace a meeting's link leads to.
 *
 * @param place The host in the link, with its port, as `URL.host` writes it.
 * @param signedIn The accounts to look at; of several at one place the first counts.
 * @returns The account's key, or null where none of them is there.
 */
export function ownerOfPlace(place: string, signedIn: readonly Placed[]): string | null {
  const isLoopback = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(place)
  const addresses = [`https://${place}/`, ...(isLoopback ? [`http://${place}/`] : [])]
  const owner = signedIn.find(({ workspace }) => addresses.some((address) => workspace.isOwnPage(address)))
  // The workspace on this computer may have had another port when the link was made.
  return (owner ?? (isLoopback ? signedIn.find(({ host }) => host === null) : undefined))?.key ?? null
}

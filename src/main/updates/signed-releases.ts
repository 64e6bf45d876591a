import { GenericProvider } from 'electron-updater/out/providers/GenericProvider'
import { isSignedBy } from './release-signature'
import type { UpdateSource } from './update-source'

/** The list of a release's files is not signed by whoever releases Parley. */
export class UnsignedRelease extends Error {}

type ProviderParameters = ConstructorParameters<typeof GenericProvider>

/**
 * Makes the class that reads releases from a folder on a server: as electron-updater's own does, with a signature beside
 * each list of files (`latest-linux.yml.sig`). The list holds the files' SHA-512, so that nothing is installed that was not signed.
 */
export function signedReleases({ address, key }: UpdateSource) {
  return class SignedReleases extends GenericProvider {
    constructor(_options: unknown, updater: ProviderParameters[1], runtime: ProviderParameters[2]) {
      super({ provider: 'generic', url: address }, updater, runtime)
    }

    protected override async httpRequest(...[url, ...rest]: Parameters<GenericProvider['httpRequest']>): Promise<string | null> {
      const list = await super.httpRequest(url, ...rest)
      const beside = new URL(url)
      beside.pathname += '.sig'
      const signature = await super.httpRequest(beside, ...rest)
      if (list === null || signature === null || !isSignedBy(list, signature, key)) throw new UnsignedRelease(beside.pathname)
      return list
    }
  }
}

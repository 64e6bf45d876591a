type Fetch = typeof globalThis.fetch

/**
 * Gives the fetch of the whole client. Servers are reached through Electron's network stack, which follows the system's
 * proxy settings and trusts the system's certificates; the workspace on this computer is reached directly, since no
 * proxy or other program has a part in that (see `docs/decisions/0013-two-ways-to-fetch.md`).
 *
 * @param server The one of Electron's network stack; see `sessionFetch`.
 * @param loopback Node's own.
 */
export function clientFetch(server: Fetch, loopback: Fetch): Fetch {
  return (input, init) => {
    const address = input instanceof Request ? input.url : input
    return new URL(address).hostname === '127.0.0.1' ? loopback(input, init) : server(input, init)
  }
}

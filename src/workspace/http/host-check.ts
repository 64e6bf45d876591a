/**
 * Tells whether a request came in under the workspace's own name. A page of another site whose name was made to lead to
 * 127.0.0.1 (DNS rebinding) sends that site's name, and is refused.
 *
 * @param host The request's `Host` header as it came.
 * @param origins The origins under which the workspace is reached.
 */
export function isOwnHost(host: string | undefined, origins: readonly string[]): boolean {
  return host !== undefined && origins.some((origin) => new URL(origin).host === host.toLowerCase())
}

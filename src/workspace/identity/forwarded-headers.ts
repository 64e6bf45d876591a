import { callerAddressHeader } from './endpoints'

/** Headers that belong to one connection, or that only a proxy of ours could vouch for. */
const dropped =
  /^(?:connection|content-length|host|keep-alive|te|transfer-encoding|upgrade|forwarded|x-forwarded-.*|x-real-ip)$/

/**
 * Copies a request's headers for the identity library, with the caller's address.
 *
 * @param headers As they came.
 * @param caller The caller's address, empty where it is not known.
 */
export function forwardedHeaders(headers: Headers, caller: string): Headers {
  const forwarded = new Headers()
  for (const [name, value] of headers) {
    if (!dropped.test(name)) forwarded.append(name, value)
  }
  forwarded.delete(callerAddressHeader)
  if (caller !== '') forwarded.set(callerAddressHeader, caller)
  return forwarded
}

import { z } from 'zod'
import type { WorkspaceProblem } from '../../contract/workspace'

/** What Node's fetch throws: a `TypeError` whose cause has the code. Chromium's has the code in its message. */
const thrownSchema = z.looseObject({
  name: z.string().optional(),
  message: z.string().optional(),
  code: z.unknown().optional(),
  cause: z.looseObject({ code: z.unknown().optional(), message: z.string().optional() }).optional(),
})

/** Codes of Node (libuv, OpenSSL, undici) and names of Chromium's `net_error_list.h`, first match first. */
const rules: readonly (readonly [RegExp, WorkspaceProblem])[] = [
  [/^(TimeoutError|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT|ETIMEDOUT|ERR_(CONNECTION_)?TIMED_OUT)$/, 'too-slow'],
  [/^(ENOTFOUND|ERR_NAME_NOT_RESOLVED)$/, 'name-not-found'],
  [/^(CERT_NOT_YET_VALID)$/, 'clock'],
  [/^(ERR_PROXY_|ERR_TUNNEL_CONNECTION_FAILED|ERR_MANDATORY_PROXY|ERR_PAC_|ERR_UNEXPECTED_PROXY_AUTH|ERR_SOCKS_)/, 'proxy'],
  [/^(ERR_SSL_CLIENT_AUTH_|ERR_BAD_SSL_CLIENT_AUTH_CERT)/, 'client-certificate'],
  [/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY)_|ERR_TLS_|ERR_CERT_|ERR_SSL_|ERR_BAD_SSL|ERR_CERTIFICATE_|HOSTNAME_MISMATCH)/, 'certificate'],
  [/^(ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_HTTP2_PROTOCOL_ERROR|ERR_EMPTY_RESPONSE|UND_ERR_SOCKET|HPE_)/, 'cut-off'],
]

/** Codes of certificates whose dates do not fit: it may be the clock's fault as well as the certificate's. */
const dateCodes = /^(CERT_HAS_EXPIRED|ERR_CERT_DATE_INVALID)$/

/** All names and codes that an error carries, outermost first. */
function codesOf(thrown: unknown): string[] {
  const parsed = thrownSchema.safeParse(thrown)
  if (!parsed.success) return []
  const { name, message, code, cause } = parsed.data
  const chromium = /\bnet::(ERR_[A-Z0-9_]+)/.exec(`${message ?? ''} ${cause?.message ?? ''}`)?.[1]
  return [chromium, cause?.code, code, name].filter((one) => typeof one === 'string')
}

/**
 * Tells why a request had no answer.
 *
 * @param thrown What `fetch` threw, Node's or Chromium's.
 * @param isClockWrong True when answers showed that this computer's clock is far from the servers'.
 */
export function networkProblem(thrown: unknown, isClockWrong: boolean): WorkspaceProblem {
  const codes = codesOf(thrown)
  if (isClockWrong && codes.some((code) => dateCodes.test(code))) return 'clock'
  // Electron's fetch does not hand redirects over: whoever asked for none gets this error. APIs do not redirect.
  if (/redirect was cancell?ed/i.test(messageOf(thrown))) return 'network-sign-in'
  for (const code of codes) {
    const rule = rules.find(([pattern]) => pattern.test(code))
    if (rule !== undefined) return rule[1]
  }
  return 'offline'
}

function messageOf(thrown: unknown): string {
  const parsed = thrownSchema.safeParse(thrown)
  return parsed.success ? `${parsed.data.message ?? ''} ${parsed.data.cause?.message ?? ''}` : ''
}

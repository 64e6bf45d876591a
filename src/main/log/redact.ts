const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Names of parameters and fields whose values are secrets wherever they stand. */
const secretNames = 'access_token|refresh_token|id_token|id_token_hint|token|code_verifier|user_code|device_code|client_secret|secret|password|passwd|pwd|api_key'
/** Names that are secrets in addresses and forms, and ordinary words elsewhere. */
const secretParameters = `${secretNames}|code|state|nonce|key`

const value = `(?:"[^"]*"|'[^']*'|[^\\s&"',;}]+)`

const rules: readonly [RegExp, string | ((match: string, ...parts: string[]) => string)][] = [
  // Header lines that are secret as a whole.
  [/\b((?:proxy-)?authorization|(?:set-)?cookie)(\s*:\s*)[^\n]+/gi, '$1$2…'],
  [/\b(bearer|basic|digest)\s+[^\s"',;]+/gi, '$1 …'],
  // `name=value` and `"name":"value"`
  [new RegExp(`(\\b(?:${secretParameters})\\s*=\\s*)${value}`, 'gi'), '$1…'],
  [new RegExp(`(["']?\\b(?:${secretNames})["']?\\s*:\\s*)${value}`, 'gi'), '$1…'],
  // JSON Web Tokens (RFC 7519 §3): three parts, the first of which is a JSON object.
  [/\beyJ[\w-]+\.[\w-]*(?:\.[\w-]*)?/g, '…'],
  // `https://name:password@host`
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1…@'],
  // Who it was is nobody's business; which domain may matter.
  [/[^\s"'<>(),:;@/]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi, '…@$1'],
  // Tokens by their look: long, and not the number of a request.
  [/[A-Za-z0-9_~+/-]{32,}={0,2}/g, (match) => (uuid.test(match) || isPath(match) ? match : '…')],
]

/** A path of short names looks like a long token to the rule above. */
function isPath(text: string): boolean {
  return text.includes('/') && text.split('/').every((part) => part.length < 32)
}

/**
 * Takes secrets and personal data out of a text that goes to a log: tokens, passwords, codes, who an e-mail address
 * belongs to, and the name of the person's home folder.
 *
 * @param home Absolute path of the home folder.
 * @returns The text, with `…` and `~` in their places.
 */
export function redact(text: string, home: string): string {
  // Inside JSON, a path of Windows has its backslashes twice; in an address they are slashes.
  const spellings = home.length > 1 ? new Set([JSON.stringify(home).slice(1, -1), home, home.replaceAll('\\', '/')]) : []
  let short = text
  for (const spelling of spellings) short = short.replaceAll(spelling, '~')
  return rules.reduce<string>((rest, [pattern, put]) => (typeof put === 'string' ? rest.replace(pattern, put) : rest.replace(pattern, put)), short)
}

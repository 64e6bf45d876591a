/** The nonce of this page's Content-Security-Policy, which the server wrote into the page (CSP3 §7.2). */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

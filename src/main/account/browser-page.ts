import { directionOf, type Language } from '../../contract/languages'
import { loopbackRedirectPath } from '../../contract/web-api'

/** A page for the browser: nothing in it comes from the request. */
export interface BrowserPage {
  language: Language
  title: string
  text: string
  /** Reads an answer out of the address's fragment and hands it back as a query. */
  readsFragment: boolean
}

const style = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:15px/1.5 system-ui,sans-serif;background:#f6f7fb;color:#1d2033}
main{max-width:440px;padding:32px;margin:16px;border-radius:8px;background:#fff;box-shadow:0 2px 16px #1d203326}
h1{margin:0 0 8px;font-size:20px;font-weight:600}
p{margin:0}
@media(prefers-color-scheme:dark){body{background:#15171f;color:#e8eaf2}main{background:#20232e}}`

/**
 * Only these parameters go back to Parley (RFC 6749 §4.1.2, RFC 9207): a token that a server put there, against what was
 * asked, goes nowhere. `replace` keeps the address with the answer out of the browser's history.
 */
const fragmentScript = `
const given=new URLSearchParams(location.hash.slice(1)),answer=new URLSearchParams()
for(const name of ['code','state','iss','error'])for(const value of given.getAll(name))answer.append(name,value)
if(String(answer)!=='')location.replace('${loopbackRedirectPath}?'+answer)`

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Builds the page's HTML. `nonce` stands in the page's policy too; see `pageHeaders`. */
export function browserPageHtml({ language, title, text, readsFragment }: BrowserPage, nonce: string): string {
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${directionOf(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)}</title>`,
    // Without an icon of its own, the browser would ask the listener for one.
    '<link rel="icon" href="data:,">',
    ...(readsFragment ? [`<script nonce="${nonce}">${fragmentScript}</script>`] : []),
    `<style nonce="${nonce}">${style}</style>`,
    '</head>',
    `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body>`,
    '</html>',
  ].join('\n')
}

/** Headers of every answer of the listener. The page may load nothing, be framed nowhere, and is stored by nobody. */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    connection: 'close',
  }
}

import { Hono } from 'hono'
import { html } from 'hono/html'
import { randomBytes } from 'node:crypto'
import { directionOf, matchLanguage } from '../../contract/languages'
import { meetingIdSchema } from '../../contract/web-api-meetings'
import { acceptedLanguages } from '../http/accepted-languages'
import type { WorkspaceEnv } from '../http/request-context'
import { joinPath } from './meeting-id'
import { fillIn, loadMeetingWords } from './meeting-words'

const style = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:15px/1.5 system-ui,sans-serif;background:#f6f7fb;color:#1d2033}
main{box-sizing:border-box;inline-size:calc(100% - 32px);max-inline-size:440px;padding:32px;margin:16px;border-radius:8px;background:#fff;box-shadow:0 2px 16px #1d203326}
h1{margin:0 0 8px;font-size:20px;font-weight:600}
h2{margin:32px 0 4px;font-size:15px;font-weight:600}
p{margin:0}
.id{font-variant-numeric:tabular-nums}
.open{display:inline-block;margin-block-start:24px;padding:10px 24px;border-radius:8px;background:#4c5fd5;color:#fff;font-weight:600;text-decoration:none}
.open:hover{background:#3f51bf}
.open:focus-visible{outline:2px solid #4c5fd5;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#15171f;color:#e8eaf2}main{background:#20232e}.open{background:#8c9bff;color:#15171f}.open:hover{background:#b3bcff}.open:focus-visible{outline-color:#8c9bff}}`

/** It may load nothing, and leads to Parley alone. */
function joinPagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/**
 * The page behind a meeting's link. It needs no sign-in and reads nothing, so it tells nobody whether there is such a
 * meeting; Parley asks for that once it is signed in.
 *
 * @param address Where people reach the workspace, an origin: Parley is told it, since somebody may be signed in at several.
 */
export function joinPage(address: string): Hono<WorkspaceEnv> {
  const { host } = new URL(address)
  const routes = new Hono<WorkspaceEnv>()
  routes.get(`${joinPath}/:id`, async (context) => {
    const id = meetingIdSchema.safeParse(context.req.param('id').toLowerCase())
    if (!id.success) return context.notFound()
    const language = matchLanguage(acceptedLanguages(context.req.header('accept-language')))
    const { joinPage: words } = await loadMeetingWords(language)
    const nonce = randomBytes(16).toString('base64')
    const page = html`<!doctype html>
      <html lang="${language}" dir="${directionOf(language)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${words.title} · Parley</title>
          <link rel="icon" href="data:," />
          <style nonce="${nonce}">
            ${style}
          </style>
        </head>
        <body>
          <main>
            <h1>${words.title}</h1>
            <p class="id">${fillIn(words.meeting, { id: id.data })}</p>
            <p>${words.lead}</p>
            <a class="open" href="parley:/${joinPath}/${id.data}/${host}">${words.open}</a>
            <h2>${words.without}</h2>
            <p>${words.getIt}</p>
          </main>
        </body>
      </html>`
    return context.html(page, 200, {
      'content-security-policy': joinPagePolicy(nonce),
      'content-language': language,
      vary: 'accept-language',
    })
  })
  return routes
}

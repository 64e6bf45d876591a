import { html } from 'hono/html'
import { z } from 'zod'
import type { ConsoleLanguage } from '../../contract/languages'
import { consolePath } from '../../contract/page-paths'
import { apiPrefix } from '../../contract/web-api'
import en from './i18n/en.json'

type DocsWords = typeof en

/** The console's page of tokens for scripts. */
const tokensPath = `${consolePath}/script-tokens`

const load: Readonly<Record<ConsoleLanguage, () => Promise<DocsWords>>> = {
  en: () => Promise.resolve(en),
  fr: async () => (await import('./i18n/fr.json')).default,
  de: async () => (await import('./i18n/de.json')).default,
}

const contentSchema = z.object({ content: z.object({ 'application/json': z.object({ schema: z.unknown() }) }) })
/** What a body may be, by its media type. */
const bodySchema = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() })),
  requestBody: bodySchema.optional(),
  responses: z.record(z.string(), z.unknown()),
})
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.object({ Error: z.unknown() }) }),
})
type Operation = z.output<typeof operationSchema>

const style = `
:root{color-scheme:light dark;--text:#1d2033;--back:#fff;--soft:#f1f2f8;--line:#c9ccdb;--accent:#4c5fd5}
@media(prefers-color-scheme:dark){:root{--text:#e8eaf2;--back:#15171f;--soft:#20232e;--line:#454a5e;--accent:#8c9bff}}
body{margin:0;font:15px/1.5 system-ui,sans-serif;background:var(--back);color:var(--text)}
main{box-sizing:border-box;max-inline-size:960px;margin-inline:auto;padding:32px 16px 96px}
h1{margin:0 0 8px;font-size:28px;font-weight:600}
h2{margin:40px 0 8px;font-size:20px;font-weight:600}
h3{margin:16px 0 4px;font-size:13px;font-weight:600}
p{margin:0 0 8px}
a{color:var(--accent)}
nav ul{margin:0;padding:0;list-style:none;columns:280px}
nav{margin-block-end:24px}
nav li{padding-block:2px;break-inside:avoid;overflow-wrap:anywhere}
code,pre{font:13px/1.5 ui-monospace,monospace}
section{scroll-margin-block-start:16px;border-block-start:1px solid var(--line)}
h2 code{font-size:inherit;overflow-wrap:anywhere}
pre{margin:0;padding:16px;border-radius:8px;background:var(--soft);overflow:auto;max-block-size:480px}
.wide{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%}
th,td{padding:4px 16px 4px 0;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
th{font-size:13px;font-weight:600}
a:focus-visible,pre:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`

/** It may load nothing at all. @param nonce Lets its one style in. */
export function docsPolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/**
 * A page to read the API's document. It is made whole by the workspace and has no script.
 *
 * @param document What `openApiDocument` gives. Its own texts are English, as the vendor's.
 */
export async function docsPage(document: unknown, language: ConsoleLanguage, nonce: string) {
  const words = await load[language]()
  const { paths, components } = documentSchema.parse(document)
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path: apiPrefix + path, method: method.toUpperCase(), operation })),
  )
  const [before = '', after = ''] = words.introduction.split('{{document}}')
  const [beforeHeader = '', afterHeader = ''] = words.token.split('{{header}}')
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${words.title}</title>
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <p>${before}<a href="${apiPrefix}/openapi.json">${apiPrefix}/openapi.json</a>${after}</p>
          <p>${beforeHeader}<code>Authorization: Bearer …</code>${afterHeader} <a href="${tokensPath}">${words.tokens}</a></p>
          <nav aria-label="${words.contents}">
            <h2>${words.contents}</h2>
            <ul>
              ${calls.map(({ operation, method, path }) => html`<li><a href="#${operation.operationId}"><code>${method} ${path}</code></a></li>`)}
            </ul>
          </nav>
          <p>${words.errors}</p>
          ${schemaBlock(components.schemas.Error, words.errors)}
          ${calls.map(({ operation, method, path }) => section(operation, `${method} ${path}`, words))}
        </main>
      </body>
    </html>`
}

function section(operation: Operation, call: string, words: DocsWords) {
  const { noBody } = words
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  const answer = contentSchema.safeParse(responses['200'] ?? responses['202'])
  return html`<section id="${operationId}" aria-labelledby="${operationId}-title" lang="en">
    <h2 id="${operationId}-title"><code>${call}</code></h2>
    <p><strong>${summary}</strong></p>
    <p>${description}</p>
    ${parameters.length === 0 ? '' : parameterTable(parameters, words)}
    ${Object.entries(requestBody?.content ?? {}).map(
      ([media, { schema }]) =>
        html`<h3>${words.body}${media === 'application/json' ? '' : ` (${media})`}</h3>
          ${schemaBlock(schema, `${call}: ${words.body}`)}`,
    )}
    ${answer.success
      ? html`<h3>${words.answer}</h3>
          ${schemaBlock(answer.data.content['application/json'].schema, `${call}: ${words.answer}`)}`
      : html`<p>${noBody}</p>`}
  </section>`
}

function parameterTable(parameters: Operation['parameters'], words: DocsWords) {
  return html`<h3>${words.parameters}</h3>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.place}</th>
            <th scope="col">${words.kind}</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(
            (each) => html`<tr>
              <td><code>${each.name}</code>${each.required ? ` (${words.required})` : ''}</td>
              <td>${each.in}</td>
              <td><code>${JSON.stringify(each.schema)}</code></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

/** Long ones scroll, which takes a focus for those without a mouse. */
function schemaBlock(schema: unknown, label: string) {
  return html`<pre tabindex="0" role="region" aria-label="${label}">${JSON.stringify(schema, null, 2)}</pre>`
}

import { promisify } from 'node:util'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * The most that the console's first page may need of scripts before it can show anything, bytes. What a page does not need
 * at once belongs into a script of its own.
 */
const largestUsersPage = 900_000

/**
 * Has the page ask for the scripts that every page needs while its first script is still under way: that one is small, and
 * asks for the rest itself only once it runs.
 */
function preloadShow(): Plugin {
  return {
    name: 'preload-show',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const show = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/console/show.tsx') === true)
        const users = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/console/users/users-page.tsx') === true)
        if (show === undefined || users === undefined) throw new Error('The console has no show.tsx or no users-page.tsx')
        const needed = new Set([show.fileName, ...show.imports, users.fileName, ...users.imports])
        const size = chunks.filter(({ fileName }) => needed.has(fileName)).reduce((sum, { code }) => sum + code.length, 0)
        if (size > largestUsersPage) throw new Error(`The users page needs ${String(size)} bytes of scripts`)
        const missing = [...show.imports, show.fileName].filter((file) => !html.includes(`/${file}"`))
        return missing.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/console/${file}` },
          injectTo: 'head',
        }))
      },
    },
  }
}

/** What is smaller than this goes in one packet anyway, bytes. */
const smallestCompressed = 1_000

/** Writes scripts, styles and drawings compressed beside themselves, once and as small as can be, for whoever takes them so. */
function compressed(): Plugin {
  const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]
  return {
    name: 'compressed',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => /\.(?:js|css|svg)$/.test(fileName))
      const compress = async (file: (typeof files)[number]) => {
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        if (content.length < smallestCompressed) return
        const place = join(dir, file.fileName)
        await writeFile(`${place}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
        await writeFile(`${place}.gz`, await zip(content, { level: constants.Z_BEST_COMPRESSION }))
      }
      await Promise.all(files.map(compress))
    },
  }
}

/** Builds the Management Console's pages, which the workspace serves under `/console/`. */
export default defineConfig({
  root: 'src/console',
  base: '/console/',
  plugins: [react(), preloadShow(), compressed()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../out/console',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // One file: the order of the styles is that of `styles.ts`, whichever page is opened first.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the first script needs to ask for the rest, and nothing of the rest; and all styles, in its order.
            {
              name: 'start',
              test: /\.css$|preload-helper|contract\/(page-paths|languages)\.|console\/(api\/ahead|i18n\/word-files|preferences\/(first-language|stored-choice)|routes\/(paths|page-scripts))\./,
              priority: 3,
            },
            // Before any schema is made, the library must hear of the policy: what makes schemas waits for this file.
            { name: 'schemas', test: /node_modules\/zod\/|src\/ui\/(strict-policy|style-nonce)\./, priority: 2 },
            { name: 'shared', minShareCount: 2, priority: 1, test: /\.(tsx?|mjs|js|cjs)$/ },
          ],
        },
      },
    },
  },
})

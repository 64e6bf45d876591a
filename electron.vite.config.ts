import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

// The bus's library asks for `x11` only where a bus is to be found through a window: no desktop does that.
const external = ['electron', 'keytar', '@photostructure/sqlite', 'x11']

/** Builds main and the embedded workspace (ESM), the preload script (one sandboxed file) and the renderer's pages. */
export default defineConfig({
  main: {
    // Its build for Node declares a name that the bundler declares as well; the other one does the same without workers.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: { main: resolve('src/main/main.ts'), workspace: resolve('src/workspace/workspace.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: resolve('src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html') },
        // The first screen comes in one file: fewer requests before it is painted.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
})

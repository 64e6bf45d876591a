import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the Management Console's pages, which the workspace serves under `/console/`. */
export default defineConfig({
  root: 'src/console',
  base: '/console/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: '../../out/console', emptyOutDir: true, modulePreload: { polyfill: false } },
})

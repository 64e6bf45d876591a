import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'vite'

// Bulk jobs and imports: `node bench/bulk.mjs`, or with the address of an empty PostgreSQL database.
const outDir = 'out/bench-bulk'
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'bench/bulk-figures.ts',
    outDir,
    target: 'node20',
    rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: 'bulk-figures.mjs' } },
  },
  ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
})
const { status } = spawnSync(process.execPath, ['--max-semi-space-size=2', `${outDir}/bulk-figures.mjs`, ...process.argv.slice(2)], { stdio: 'inherit' })
rmSync(outDir, { recursive: true, force: true })
process.exit(status ?? 1)

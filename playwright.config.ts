import { defineConfig } from '@playwright/test'

const packaged = '**/packaged.spec.ts'

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  projects: [
    // Packaging takes its time, and one worker alone has the package: at the end, the other would wait for it.
    { name: 'packaged', testMatch: packaged },
    // Pictures are for people to look at; they are taken only when asked for.
    { name: 'built', testIgnore: [packaged, ...(process.env['PARLEY_SCREENSHOTS'] === '1' ? [] : ['**/screenshots.spec.ts'])] },
  ],
  // Ways that another test goes nearly as far, and that take long: only `npm test -- --thorough` has time for them.
  ...(process.env['PARLEY_THOROUGH'] === '1' ? {} : { grepInvert: /@thorough/ }),
  globalSetup: './tests/harness/global-setup.ts',
  // Each test has a desktop of its own: display, keychain, browser.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})

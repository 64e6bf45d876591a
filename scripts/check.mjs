import { setUp } from './setup/setup.mjs'
import { runMain } from './setup/step.mjs'
import { checks } from './run/parts.mjs'
import { runTogether, summarise } from './run/together.mjs'

await runMain(async () => {
  const began = performance.now()
  await setUp('packages')
  return summarise(await runTogether(checks, []), performance.now() - began)
})

import { setUp } from './setup/setup.mjs'
import { runMain } from './setup/step.mjs'

await runMain(() => setUp('build'))

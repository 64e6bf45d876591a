import { setUp } from './setup/setup.mjs'
import { runMain } from './setup/step.mjs'
import { spawn } from 'node:child_process'
import { inRepository } from './setup/places.mjs'
import { end, onInterrupt } from './run/ending.mjs'

// The workspace by itself, without Electron: its arguments are passed on.
await runMain(async () => {
  await setUp('build')
  const child = spawn(process.execPath, [inRepository('out', 'main', 'workspace.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
  let interrupted = false
  onInterrupt(() => {
    interrupted = true
    void end(child)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(interrupted ? 0 : (code ?? 1)))
  })
})

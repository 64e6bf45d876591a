import { setUp } from './setup/setup.mjs'
import { runMain } from './setup/step.mjs'
import { spawn } from 'node:child_process'
import { inRepository } from './setup/places.mjs'
import { end, onInterrupt } from './run/ending.mjs'

// The workspace by itself, without Electron: its arguments are passed on.
await runMain(async () => {
  await setUp('build')
  // As in the container: a third less memory while a large file is imported, at no cost of time.
  const program = ['--max-semi-space-size=2', inRepository('out', 'main', 'workspace.js')]
  const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], { stdio: 'inherit' })
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

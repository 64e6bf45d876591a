import { spawn } from 'node:child_process'
import { repository } from '../setup/places.mjs'

/**
 * @typedef {{ status: number, output: string }} Result exit status (128 + signal where killed) and both outputs together
 */

/**
 * Runs a program to its end and keeps its output. A program that can't be started gives status 127.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean }} [options] timeout in milliseconds
 * @returns {Promise<Result>}
 */
export function capture(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repository, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ status: 127, output: error.message }))
    child.on('close', (code, signal) => resolve({ status: code ?? (signal ? 130 : 1), output }))
  })
}

/**
 * Runs a program to its end on the same terminal.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} exit status
 */
export function show(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repository, ...options, stdio: 'inherit' })
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (code) => resolve(code ?? 130))
  })
}

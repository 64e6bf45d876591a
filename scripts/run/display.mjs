import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

/** @typedef {{ name: string, stop: () => void }} Display `name` as in the environment variable DISPLAY */

const program = 'Xvfb'
const patience = 10_000

/** Whether programs can show windows to a person here. @param {NodeJS.ProcessEnv} env */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Starts a virtual display on the first free number. It stops with this process, but not by Ctrl-C at the terminal:
 * the programs on it shall end first.
 *
 * @param {{ width?: number, height?: number }} [size] in pixels
 * @returns {Promise<Display>}
 * @throws {Error} with the display's own words if it does not start within ten seconds
 */
export function startDisplay({ width = 1600, height = 1000 } = {}) {
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset', '-displayfd', '3']
  const server = spawn(program, screen, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const stop = () => {
    process.off('exit', stop)
    server.kill()
  }
  process.on('exit', stop)
  return new Promise((resolve, reject) => {
    let words = ''
    let number = ''
    const timer = setTimeout(() => fail(`no answer within ${patience / 1000} s`), patience)
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(timer)
      stop()
      reject(new Error(`Xvfb did not start: ${why}`))
    }
    server.on('error', (error) => fail(error.message))
    server.on('exit', () => fail(words || 'it ended at once'))
    server.stderr?.setEncoding('utf8').on('data', (text) => (words += text))
    server.stdio[3]?.on('data', (text) => {
      number += text
      if (!number.includes('\n')) return
      clearTimeout(timer)
      server.unref()
      // Neither the server nor what it may still say shall keep this process from ending.
      for (const pipe of [server.stderr, server.stdio[3]]) if (pipe instanceof Socket) pipe.unref()
      resolve({ name: `:${number.trim()}`, stop })
    })
  })
}

import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { capture } from '../run/child.mjs'
import { inRepository } from './places.mjs'

const folder = inRepository('node_modules', 'electron')
const patience = 3_000
const longest = 15 * 60_000

/** @typedef {{ path: string, distDir: string, version: string, official: boolean }} Electron */

/** The version that package.json pins, as its package says. @returns {string} */
export const pinnedVersion = () => JSON.parse(readFileSync(inRepository('node_modules', 'electron', 'package.json'), 'utf8')).version

/**
 * The binary that Electron's own installer has put into its package, if it is there, whole, and of the right version.
 * @returns {Electron | undefined}
 */
export function findOfficial() {
  try {
    const distDir = inRepository('node_modules', 'electron', 'dist')
    const version = readFileSync(inRepository('node_modules', 'electron', 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    // The installer writes path.txt last.
    const path = inRepository('node_modules', 'electron', 'dist', readFileSync(inRepository('node_modules', 'electron', 'path.txt'), 'utf8'))
    return version === pinnedVersion() && existsSync(path) ? { path, distDir, version, official: true } : undefined
  } catch {
    return undefined
  }
}

/**
 * Fetches the binary by Electron's own installer, which checks it against the checksums in its package.
 *
 * @returns {Promise<{ electron: Electron } | { reason: string }>} why it could not be had, otherwise
 */
export async function fetchOfficial() {
  const present = findOfficial()
  if (present) return { electron: present }
  const away = await unreachable(downloadAddress(process.env), process.env)
  if (away) return { reason: away }
  const env = { ...process.env, ELECTRON_GET_USE_PROXY: 'true', ELECTRON_GET_NO_PROGRESS: '1' }
  const { output } = await capture(process.execPath, [`${folder}/install.js`], { env, timeout: longest })
  const electron = findOfficial()
  if (electron) return { electron }
  return { reason: output.trim().split('\n')[0] || 'its installer failed' }
}

/** Where the installer downloads from. @param {NodeJS.ProcessEnv} env @returns {URL} */
function downloadAddress(env) {
  const base =
    env['npm_config_electron_mirror'] ||
    env['NPM_CONFIG_ELECTRON_MIRROR'] ||
    env['ELECTRON_MIRROR'] ||
    'https://github.com/electron/electron/releases/download/'
  const version = pinnedVersion()
  return new URL(`v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`, base)
}

/**
 * Asks for the download's head, so that a network without a way there costs seconds, not minutes.
 *
 * @param {URL} address
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} why it can't be reached; nothing if it can
 */
async function unreachable(address, env) {
  const proxy = env['HTTPS_PROXY'] || env['https_proxy']
  try {
    if (proxy) return await refusedByProxy(new URL(proxy), address)
    const { status } = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(patience) })
    // A mirror may know no HEAD requests; whether it has the file is then the installer's to find out.
    return status < 400 || status === 405 || status === 501 ? undefined : `${address.host} answers ${status}`
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return `${address.host}: ${cause instanceof Error ? cause.message : cause}`
  }
}

/**
 * @param {URL} proxy
 * @param {URL} address
 * @returns {Promise<string | undefined>}
 */
function refusedByProxy(proxy, address) {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: `${address.hostname}:${address.port || 443}`,
      timeout: patience,
      ...(proxy.username && { headers: { 'Proxy-Authorization': `Basic ${btoa(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`)}` } }),
    })
    asked.on('connect', ({ statusCode }, socket) => {
      socket.destroy()
      resolve(statusCode === 200 ? undefined : `the proxy ${proxy.host} answers ${statusCode}`)
    })
    asked.on('timeout', () => asked.destroy(new Error(`the proxy ${proxy.host} does not answer`)))
    asked.on('error', reject)
    asked.end()
  })
}

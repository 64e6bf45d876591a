import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { show } from '../scripts/run/child.mjs'
import { setUp } from '../scripts/setup/setup.mjs'
import { runMain, say } from '../scripts/setup/step.mjs'
import { usersPage } from './users-page.mjs'

// The console's users, asked of the workspace as its operator runs it, over HTTP: `node bench/users.mjs`. With `--page`, the
// page in a browser as well; `--sizes=100000` for other sizes of company.
const sizes = (process.argv.find((argument) => argument.startsWith('--sizes='))?.slice('--sizes='.length) ?? '1000,10000,100000').split(',').map(Number)
const rounds = 300
/** Stands for the id of the company's first licence by name. */
const aLicence = '*'
const outDir = 'out/bench-users'
/** @type {[string, string][]} */
const requests = [
  ['first page', 'users'],
  ['search for a name', 'users?search=amelie'],
  ['search for a part that everybody has', 'users?search=example'],
  ['search for two letters that many have', 'users?search=er'],
  ['search for two letters that nobody has', 'users?search=xq'],
  ['search for an address', 'users?search=.4711%40'],
  ['search for nobody', 'users?search=xyzzy'],
  ['count of a search for a name', 'users/count?search=amelie'],
  ['count of a search for two letters', 'users/count?search=er'],
  ['count of a licence’s holders', 'users/count?licence=none'],
  ['filter by role', 'users?role=user-manager'],
  ['filter by a licence', `users?licence=${aLicence}`],
  ['filter by no licence', 'users?licence=none'],
  ['filter by last visit', 'users?lastSeen=never'],
  ['filter by last visit and state', 'users?lastSeen=over-365&active=false'],
  ['sorted by last visit', 'users?sort=lastSeenAt&direction=descending'],
  ['open invitations, first page', 'invitations/open'],
  ['open invitations, search for one', 'invitations/open?search=guest4711%40'],
  ['open invitations, search for a part that all have', 'invitations/open?search=example'],
  ['open invitations, search for nobody', 'invitations/open?search=xyzzy'],
]

const setUpProgram = (/** @type {string} */ name) =>
  build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: `bench/${name}.ts`,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
  })

/** @param {string[]} names @returns {Promise<{ addresses: string[], stop: () => Promise<void> } | null>} */
async function startPostgresql(names) {
  const child = spawn(process.execPath, [`${outDir}/postgresql.mjs`, ...names], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [said] = await Promise.race([once(child.stdout, 'data'), ended])
  if (typeof said === 'number') return null
  return {
    addresses: JSON.parse(String(said)),
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** @param {string} folder @param {string | undefined} address */
async function startWorkspace(folder, address) {
  const more = address === undefined ? {} : { DATABASE_URL: address, PARLEY_SECRET: 'bench'.repeat(8) }
  const child = spawn(process.execPath, ['--max-semi-space-size=2', 'out/main/workspace.js', '--data', folder, '--port', '0', '--log-level', 'error'], {
    env: { PATH: process.env['PATH'] ?? '', ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const { address: origin } = JSON.parse(String(line))
  return { origin, child }
}

/** Most memory that a process has had, in megabytes. @param {number | undefined} pid */
function mostMemory(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

/** Milliseconds of CPU time that a process has used, which other programs on the computer don't add to. @param {number | undefined} pid */
function cpuTime(pid) {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  // In ticks, of which Linux counts a hundred a second.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** @param {string} origin */
async function signIn(origin) {
  const answer = await fetch(`${origin}/console-api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-parley-console': '1' },
    body: JSON.stringify({ email: 'anna@example.com', password: 'four calm words here' }),
  })
  if (!answer.ok) throw new Error(`Signing in was answered with ${String(answer.status)}`)
  return answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
}

/** @param {string} kind @param {number} size @param {string | undefined} database */
async function measure(kind, size, database) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-users-'))
  const filled = spawnSync(process.execPath, [`${outDir}/company-of.mjs`, folder, String(size), ...(database === undefined ? [] : [database])], { stdio: 'inherit' })
  if (filled.status !== 0) throw new Error('The company could not be made')
  const { origin, child } = await startWorkspace(folder, database)
  try {
    const cookies = await signIn(origin)
    const { licences } = await (await fetch(`${origin}/console-api/licences`, { headers: { cookie: cookies.join('; ') } })).json()
    for (const [name, wanted] of requests) {
      const address = `${origin}/console-api/${wanted.replace(aLicence, String(licences[0].id))}`
      /** @type {number[]} */
      const times = []
      let used = 0
      for (let round = -20; round < rounds; round += 1) {
        if (round === 0) used = cpuTime(child.pid)
        const begun = performance.now()
        const answer = await fetch(address, { headers: { cookie: cookies.join('; ') } })
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`${name} was answered with ${String(answer.status)}`)
        if (round >= 0) times.push(performance.now() - begun)
      }
      const cpu = ((cpuTime(child.pid) - used) / rounds).toFixed(1)
      times.sort((a, b) => a - b)
      const at = (/** @type {number} */ share) => (times[Math.floor(rounds * share)] ?? 0).toFixed(1)
      say(`${kind}, ${String(size)} users, ${name}: ${at(0.5)} ms, p99 ${at(0.99)} ms, ${cpu} ms of the service’s CPU time`)
    }
    if (process.argv.includes('--page')) await usersPage(origin, cookies, `${kind}, ${String(size)} users`)
    say(`${kind}, ${String(size)} users: ${String(mostMemory(child.pid))} MB at most`)
  } finally {
    child.kill()
    await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

await runMain(async () => {
  // Node 20 has a web socket client behind this flag, later versions have it anyway.
  if (typeof WebSocket === 'undefined') return show(process.execPath, ['--experimental-websocket', '--no-warnings', ...process.argv.slice(1)])
  await setUp('build')
  for (const name of ['company-of', 'postgresql']) await setUpProgram(name)
  for (const size of sizes) await measure('SQLite', size, undefined)
  const postgresql = await startPostgresql(sizes.map((size) => `users_${String(size)}`))
  if (postgresql === null) say('PostgreSQL is not installed.')
  else {
    try {
      for (const [index, size] of sizes.entries()) await measure('PostgreSQL', size, postgresql.addresses[index])
    } finally {
      await postgresql.stop()
    }
  }
  rmSync(outDir, { recursive: true, force: true })
  return 0
})

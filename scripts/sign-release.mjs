import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRepository } from './setup/places.mjs'
import { runMain, say, SetUpError } from './setup/step.mjs'

// Signs the lists of a release's files (`latest*.yml`), as docs/updates.md says.
//   node scripts/sign-release.mjs --new-key            prints a new pair of keys
//   node scripts/sign-release.mjs [FOLDER] [--stage=N] signs with PARLEY_RELEASE_KEY; N: percent of the computers that get it
await runMain(async () => {
  const args = process.argv.slice(2)
  const folders = args.filter((argument) => !argument.startsWith('--'))
  // A mistyped stage would let a release go to everybody.
  if (folders.length > 1 || args.some((argument) => argument.startsWith('--') && !/^--(?:new-key$|stage=)/.test(argument))) {
    throw new SetUpError('It is node scripts/sign-release.mjs [FOLDER] [--stage=N], or --new-key.')
  }
  if (args.includes('--new-key')) return printNewKey()
  const folder = folders[0] ?? inRepository('release')
  const key = readKey(process.env['PARLEY_RELEASE_KEY'])
  const stage = args.find((argument) => argument.startsWith('--stage='))?.slice('--stage='.length)
  const names = await readdir(folder).catch(() => [])
  const lists = names.filter((name) => /^latest.*\.yml$/.test(name))
  if (lists.length === 0) throw new SetUpError(`There is no list of a release's files (latest*.yml) in ${folder}.`)
  for (const name of lists) {
    const path = join(folder, name)
    const text = withStage(await readFile(path, 'utf8'), stage)
    await writeFile(path, text)
    await writeFile(`${path}.sig`, `${sign(null, Buffer.from(text), key).toString('base64')}\n`)
    say(`signed ${name}`)
  }
  say(`with the key whose public half is ${publicHalf(key)}`)
  return 0
})

function printNewKey() {
  const { privateKey } = generateKeyPairSync('ed25519')
  say(`Public, for updateKey in electron-builder.yml:\n${publicHalf(privateKey)}\n`)
  say(`Private, for PARLEY_RELEASE_KEY; keep it where nobody else can read it:\n${privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')}`)
  return 0
}

/** @param {string | undefined} text base64 of a PKCS #8 key */
function readKey(text) {
  try {
    const key = createPrivateKey({ key: Buffer.from(text ?? '', 'base64'), format: 'der', type: 'pkcs8' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below.
  }
  throw new SetUpError('PARLEY_RELEASE_KEY holds no Ed25519 key. It is the private half of updateKey in electron-builder.yml; --new-key makes the first one.')
}

/** @param {import('node:crypto').KeyObject} key */
function publicHalf(key) {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
}

/** @param {string} text @param {string | undefined} stage percent, from 0 to 100 */
function withStage(text, stage) {
  if (stage === undefined) return text
  const percent = Number(stage)
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new SetUpError('--stage is a number from 0 to 100.')
  return `${text.replace(/^stagingPercentage:.*\n/m, '').trimEnd()}\nstagingPercentage: ${percent}\n`
}

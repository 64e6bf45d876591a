import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Wish {
  /** Common name. */
  name: string
  /** Who signs it; itself where there is nobody. */
  issuer?: TestCertificate
  /** Lines of its extensions, as OpenSSL writes them. */
  extensions: readonly string[]
  /** First and last day, `YYYYMMDDHHMMSSZ`. */
  from?: string
  until?: string
  digest?: 'sha256' | 'sha1'
  key?: readonly string[]
}

export interface TestCertificate {
  /** PEM. */
  certificate: string
  key: string
}

export const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign']

export const server = (...names: string[]): string[] => [
  'basicConstraints=CA:FALSE',
  `subjectAltName=${names.join(',')}`,
  'extendedKeyUsage=serverAuth',
]

/** Of a person, to be shown to servers. */
export const person = ['basicConstraints=CA:FALSE', 'extendedKeyUsage=clientAuth']

/** Makes a real certificate with OpenSSL. */
export function makeCertificate({ name, issuer, extensions, from = '20200101000000Z', until = '20500101000000Z', digest = 'sha256', key: kind }: Wish): TestCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'parley-certificate-'))
  const file = (called: string, text: string): string => {
    writeFileSync(join(folder, called), text)
    return join(folder, called)
  }
  const openssl = (...args: string[]): string => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const key = openssl('genpkey', ...(kind ?? ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']))
    const keyFile = file('key.pem', key)
    openssl('req', '-new', '-key', keyFile, '-subj', `/CN=${name}`, '-out', 'request.pem')
    const [by, byKey] = issuer === undefined ? [null, keyFile] : [file('issuer.pem', issuer.certificate), file('issuer-key.pem', issuer.key)]
    const settings = `[ca]\ndefault_ca=a\n[a]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\npolicy=p\ndefault_md=${digest}\nunique_subject=no\n[p]\ncommonName=supplied\n[e]\n${extensions.join('\n')}\n`
    file('index', '')
    const self = by === null ? ['-selfsign'] : ['-cert', by]
    const dates = ['-startdate', from, '-enddate', until]
    openssl('ca', '-batch', '-notext', '-config', file('settings', settings), '-extensions', 'e', ...self, '-keyfile', byKey, ...dates, '-in', 'request.pem', '-out', 'made.pem')
    return { certificate: readFileSync(join(folder, 'made.pem'), 'utf8'), key }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestCertificate } from '../../src/main/network/test-certificates'
import { run } from './processes'

/**
 * Puts certificates with their keys into the store that Chromium has on Linux, of one person: an NSS database.
 *
 * @param home The person's home folder.
 */
export async function keepCertificates(home: string, certificates: Readonly<Record<string, TestCertificate>>): Promise<void> {
  const folder = join(home, '.pki', 'nssdb')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const store = `sql:${folder}`
  await must('certutil', ['-N', '-d', store, '--empty-password'])
  for (const [name, { certificate, key }] of Object.entries(certificates)) {
    const [pem, pack] = [join(folder, `${name}.pem`), join(folder, `${name}.p12`)]
    await writeFile(pem, `${key}\n${certificate}`)
    await must('openssl', ['pkcs12', '-export', '-in', pem, '-out', pack, '-name', name, '-passout', 'pass:'])
    await must('pk12util', ['-i', pack, '-d', store, '-W', '', '-K', ''])
    await rm(pem)
    await rm(pack)
  }
}

async function must(program: string, args: readonly string[]): Promise<void> {
  const { status, output, errors } = await run(program, args, { env: { PATH: process.env['PATH'] ?? '' } })
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${output}${errors}`)
}

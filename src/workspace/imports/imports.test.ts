import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CheckImport } from '../../contract/imports'
import { undoJob } from '../jobs/direct-job'
import { findJob, listResults } from '../jobs/find-jobs'
import type { JobAuthor } from '../jobs/preview-bulk-job'
import { workOnNextJob } from '../jobs/run-jobs'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { findDelimiter } from './delimiter'
import { encodingDetector } from './encoding'
import { exampleFile } from './example-file'
import { beginImport, checkAgain, findImport } from './find-import'
import { readRows } from './read-rows'
import { storeFile } from './store-file'

let workspace: ApiWorkspace
let anna: JobAuthor

beforeEach(async () => {
  workspace = await apiWorkspace()
  const { companyId, administratorId } = workspace
  anna = { companyId, actor: { accountId: administratorId, email: 'anna@example.com', role: 'administrator' } }
})
afterEach(() => workspace.remove())

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const upload = (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return storeFile(workspace.db, anna, { name: 'users.csv', body: pieces(bytes, bytes.length > 1_000 ? 10_000 : 7) }, Date.now())
}

async function uploaded(content: string | Uint8Array): Promise<string> {
  const stored = await upload(content)
  if (typeof stored === 'string') throw new Error(stored)
  return stored.id
}

async function work(id: string) {
  const worker = { db: workspace.db, instanceId: 'test', now: Date.now, lease: 15_000 }
  while (
    await workOnNextJob(
      worker,
      () => undefined,
      () => false,
    )
  );
  return findJob(workspace.db, workspace.companyId, id, Date.now())
}

const mapping = { email: 0, name: 1, role: 2, language: 3, licence: 4 }
const check = (id: string, more: Partial<CheckImport['mapping']> = {}) =>
  checkAgain(workspace.db, anna, id, { mapping: { ...mapping, ...more }, language: 'de' })
const results = async (id: string) =>
  (await listResults(workspace.db, id, { after: 0, limit: 100 })).results.map(({ position, state, reasons }) =>
    [position, state, ...reasons].join(' '),
  )

describe('an import', () => {
  it('lists every row that would be refused and why, then imports the others, and can be undone', async () => {
    const { companyId, db } = workspace
    await createLicence(db, { companyId, name: 'Zoom', product: 'other', seats: 1, endsOn: null })
    const id = await uploaded(
      [
        'Email,Name,Role,Language,Licence',
        'ben@example.com,Ben,,,zoom',
        '"CEM@example.com","Çem ""C"" Öz",User manager,fr,',
        'ANNA@example.com,Anna,,,',
        'ben@example.com,Ben again,,,',
        'nobody,X,boss,?,Unheard of',
        'dana@example.com,Dana,,,Zoom',
      ].join('\r\n'),
    )
    expect(await findImport(db, companyId, id, Date.now())).toMatchObject({
      job: { state: 'uploaded' },
      file: { encoding: 'utf-8', delimiter: ',', columns: ['Email', 'Name', 'Role', 'Language', 'Licence'] },
      mapping,
    })
    expect(await check(id)).toBe('done')
    expect(await work(id)).toMatchObject({ state: 'ready', total: 6, refused: 4, done: 0 })
    expect(await results(id)).toEqual([
      '1 pending',
      '2 pending',
      '3 refused email-taken',
      '4 refused email-twice',
      '5 refused email-not-valid name-not-valid role-unknown language-unknown licence-unknown',
      '6 refused no-seats-left',
    ])
    expect(await db.selectFrom('membership').selectAll().execute()).toHaveLength(1)

    expect(await beginImport(db, anna, id)).toBe('done')
    expect(await work(id)).toMatchObject({ state: 'done', done: 2, refused: 4, canUndo: true })
    expect(await db.selectFrom('jobFilePart').selectAll().execute()).toEqual([])
    const made = await db
      .selectFrom('membership')
      .innerJoin('user', 'user.id', 'membership.accountId')
      .where('user.email', '<>', 'anna@example.com')
      .orderBy('user.email')
      .select(['user.email', 'user.name', 'role', 'language', 'foldedName'])
      .execute()
    expect(made).toEqual([
      { email: 'ben@example.com', name: 'Ben', role: 'member', language: 'de', foldedName: 'ben' },
      { email: 'cem@example.com', name: 'Çem "C" Öz', role: 'user-manager', language: 'fr', foldedName: 'cem "c" oz' },
    ])
    expect(await db.selectFrom('account').where('password', 'is', null).selectAll().execute()).toEqual([])

    await db.updateTable('membership').set({ lastSeenAt: 1 }).where('foldedName', '=', 'ben').execute()
    const undo = await undoJob(db, anna, id, Date.now())
    const undone = await work(typeof undo === 'string' ? undo : undo.id)
    expect(undone).toMatchObject({ state: 'done', done: 1, refused: 1 })
    expect(await db.selectFrom('user').select('email').orderBy('email').execute()).toEqual([
      { email: 'anna@example.com' },
      { email: 'ben@example.com' },
    ])
  })

  it('takes the example as it is', async () => {
    await createLicence(workspace.db, { companyId: workspace.companyId, name: 'Zoom', product: 'other', seats: 1, endsOn: null })
    const id = await uploaded(exampleFile('Zoom'))
    expect(await findImport(workspace.db, workspace.companyId, id, Date.now())).toMatchObject({ mapping })
    await check(id)
    await work(id)
    expect(await results(id)).toEqual(['1 pending', '2 pending'])
  })

  it('looks again at what has changed since its check', async () => {
    const id = await uploaded('e;n\nben@example.com;Ben\ncem@example.com;Cem\n')
    await check(id, { role: null, language: null, licence: null })
    await work(id)
    await workspace.add('Other Ben', 'ben@example.com')
    await beginImport(workspace.db, anna, id)
    expect(await work(id)).toMatchObject({ state: 'done', done: 1, refused: 1 })
    expect(await results(id)).toEqual(['1 refused email-taken', '2 done'])
  })

  it('says that a quote is missing its end', async () => {
    expect(await upload('email,name\nben@example.com,"Ben\n')).toBe('not-text')
    const id = await uploaded(`email,name\n${'ben@example.com,Ben\n'.repeat(12_000)}cem@example.com,"Cem\n`)
    await check(id)
    expect(await work(id)).toMatchObject({ state: 'failed', problem: 'file-not-valid' })
    expect(await check(id)).toBe('done')
  })

  it('takes no pictures, and nothing that is empty', async () => {
    expect(await upload(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toBe('not-text')
    expect(await upload('')).toBe('empty')
    expect(await workspace.db.selectFrom('job').selectAll().execute()).toEqual([])
  })

  it.each([
    ['utf-8', new TextEncoder().encode('\u{feff}E-Mail;Name\né@example.com;Zoë\n')],
    ['utf-8', new TextEncoder().encode('E-Mail;Name\né@example.com;Zoë\n')],
    ['windows-1252', Buffer.from('E-Mail;Name\né@example.com;Zoë\n', 'latin1')],
    ['utf-16le', Buffer.from('\u{feff}E-Mail;Name\né@example.com;Zoë\n', 'utf16le')],
  ])('reads %s', async (encoding, bytes) => {
    expect(await findImport(workspace.db, workspace.companyId, await uploaded(bytes), Date.now())).toMatchObject({
      file: { encoding, delimiter: ';', columns: ['E-Mail', 'Name'], examples: [['é@example.com', 'Zoë']] },
      mapping: { email: 0, name: 1, role: null },
    })
  })

  it('survives whatever is in a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const stored = await upload(bytes)
        if (typeof stored === 'string') return
        await check(stored.id)
        const job = await work(stored.id)
        expect(['ready', 'failed']).toContain(job?.state)
        expect([null, 'file-not-valid']).toContain(job?.problem)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

it('reads back what any spreadsheet writes', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'é', '=') })
  const rows = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',' as const, ';' as const, '\t' as const), async (written, delimiter) => {
      const line = (row: readonly string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)
      const text = `email${delimiter}name\r\n${written.map(line).join('\r\n')}`
      expect(findDelimiter(text)).toBe(delimiter)
      const read: (readonly string[])[] = []
      for await (const row of readRows(single(text), delimiter)) read.push(row)
      expect(read.slice(1)).toEqual(written)
    }),
  )
})

async function* single(text: string) {
  yield text
}

it('tells UTF-8 from Windows-1252 wherever the pieces are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 5 }), (text, size) => {
      const bytes = new TextEncoder().encode(`ab${text.replaceAll('\0', '')}`)
      const detector = encodingDetector()
      for (let at = 0; at < bytes.length; at += size) detector.add(bytes.subarray(at, at + size), at === 0)
      expect(detector.end()).toBe('utf-8')
    }),
  )
})

import { z } from 'zod'
import { type Licence, productSchema } from '../../contract/licence'
import type { WorkspaceDatabase } from '../database/sqlite'
import { listLicences } from '../licences/list-licences'
import { setLicence, type LicenceOutcome, type WantedLicence } from '../licences/set-licence'
import { OptionsError, wholeNumber } from '../options'
import { MaintenanceError } from './maintenance-error'

const wantedSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  product: productSchema.optional(),
  seats: wholeNumber(0, 10_000_000).optional(),
  ends: z.union([z.literal('none').transform(() => null), z.iso.date()], 'has to be a day such as 2028-12-31, or none').optional(),
})

/**
 * Reads what `licence` is asked for.
 *
 * @param name The licence, or null to list all of them.
 * @throws {OptionsError} When it is asked for wrongly.
 */
export function readLicence(
  name: string | null,
  values: Readonly<{ product?: string | undefined; seats?: string | undefined; ends?: string | undefined }>,
): WantedLicence | null {
  if (name === null) {
    if (Object.keys(values).length > 0) throw new OptionsError('licence: which one? licence NAME --seats=…')
    return null
  }
  const parsed = wantedSchema.safeParse({ name, ...values })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new OptionsError(`--${String(issue?.path[0] ?? 'name')}: ${issue?.message ?? 'not valid'}`)
  }
  const { product, seats, ends } = parsed.data
  return {
    name: parsed.data.name,
    ...(product === undefined ? {} : { product }),
    ...(seats === undefined ? {} : { seats }),
    ...(ends === undefined ? {} : { endsOn: ends }),
  }
}

const refusals: Readonly<Record<Exclude<LicenceOutcome, 'added' | 'changed' | 'unchanged'>, string>> = {
  incomplete: 'There is no licence of this name yet: a new one needs --product and --seats',
  'another-product': 'The licence is of another product: give the new one a name of its own',
  several: 'Several licences have this name',
  'seats-in-use': 'More seats than that are assigned: take some back in the console first',
}

/**
 * Adds or changes a licence of the company, where one is wanted.
 *
 * @param now Milliseconds since the epoch.
 * @returns The company's licences as they are then.
 * @throws {MaintenanceError} When it can't be done.
 */
export async function changeLicence(
  db: WorkspaceDatabase,
  wanted: WantedLicence | null,
  now: number,
): Promise<{ outcome: LicenceOutcome | null; licences: readonly Licence[] }> {
  const company = await db.selectFrom('company').select('id').executeTakeFirst()
  if (company === undefined) throw new MaintenanceError('The workspace has no company yet')
  const outcome = wanted === null ? null : await setLicence(db, company.id, wanted, now)
  if (outcome !== null && outcome !== 'added' && outcome !== 'changed' && outcome !== 'unchanged') {
    throw new MaintenanceError(refusals[outcome])
  }
  return { outcome, licences: await listLicences(db, company.id, now) }
}

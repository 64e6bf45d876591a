import { randomUUID } from 'node:crypto'
import type { Product } from '../../contract/licence'
import type { WorkspaceDatabase } from '../database/sqlite'

export interface NewLicence {
  readonly companyId: string
  readonly name: string
  readonly product: Product
  readonly seats: number
  /** Last valid day, ISO 8601 date, or null. */
  readonly endsOn: string | null
  readonly active?: boolean
}

/** Gives a company a licence with no seat assigned yet. */
export async function createLicence(db: WorkspaceDatabase, licence: NewLicence): Promise<{ id: string }> {
  const id = randomUUID()
  await db
    .insertInto('licence')
    .values({
      id,
      companyId: licence.companyId,
      name: licence.name,
      product: licence.product,
      seats: licence.seats,
      seatsUsed: 0,
      endsOn: licence.endsOn,
      active: licence.active === false ? 0 : 1,
    })
    .execute()
  return { id }
}

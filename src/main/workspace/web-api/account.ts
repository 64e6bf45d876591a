import { z } from 'zod'
import { roleSchema, type Account } from '../../../contract/session'
import type { Company } from '../workspace'
import { tolerantId, tolerantList, tolerantObject, tolerantText } from '../tolerant'

/**
 * The role by its name. A name that Parley does not know gives the fewest rights; where the workspace tells none at all
 * (the vendor's does not), it is null.
 */
const toldRole = z.preprocess(
  (value) => (value === undefined ? null : value),
  roleSchema.nullable().catch('member'),
)

/** `GET /account`. */
export const accountAnswer = tolerantObject({
  userid: tolerantId,
  email: tolerantText,
  name: tolerantText,
  company_name: tolerantText,
  /** Parley's own. */
  role: toldRole,
}).transform(
  ({ userid, email, name, company_name, role }): Account => ({
    id: userid,
    name: name === '' ? email : name,
    email,
    companyName: company_name,
    role,
  }),
)

const person = tolerantObject({ name: tolerantText, email: z.string().min(1) })

/** `GET /company`. */
export const companyAnswer = tolerantObject({
  companyName: tolerantText,
  /** Parley's own: whom members can write to. */
  administrators: tolerantList(person).catch([]),
}).transform(({ companyName, administrators }): Company => ({ name: companyName, administrators }))

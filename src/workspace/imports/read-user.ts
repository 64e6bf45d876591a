import type { RefusalReason } from '../../contract/bulk-jobs'
import type { CheckImport } from '../../contract/imports'
import { roleSchema, type Role } from '../../contract/session'
import { createUserSchema } from '../../contract/web-api-users'
import { mayManage, type Actor } from '../users/may-manage'

const { email: emailSchema, name: nameSchema, language: languageSchema } = createUserSchema.shape

/** A licence as a row can name it. */
interface NamedLicence {
  readonly id: string
  readonly name: string
  readonly active: boolean
}

export interface ImportedUser {
  readonly role: Role
  readonly language: string
  readonly licenceId: string | null
}

/** A row as it was understood. */
export interface UserRow {
  /** In lower case. */
  readonly email: string
  readonly name: string
  readonly user: ImportedUser
  /** Why it can't be imported; empty where it can. */
  readonly reasons: readonly RefusalReason[]
}

/** Makes the function that reads a row of a file and finds all that is wrong with it. */
export function userReader({ mapping, language }: CheckImport, licences: readonly NamedLicence[], actor: Actor) {
  const byName = new Map(licences.flatMap((each) => [[each.id, each] as const, [each.name.toLowerCase(), each] as const]))

  return (row: readonly string[]): UserRow => {
    const field = (column: number | null) => (column === null ? '' : (row[column] ?? '').replaceAll('\0', '').trim())
    const email = field(mapping.email).toLowerCase()
    const name = field(mapping.name)
    const roleText = field(mapping.role).toLowerCase().replace(/[ _]/g, '-')
    const role = roleSchema.safeParse(roleText === '' ? 'member' : roleText)
    const languageText = field(mapping.language)
    const licenceText = field(mapping.licence).toLowerCase()
    const licence = licenceText === '' ? null : byName.get(licenceText)
    const reasons: RefusalReason[] = []
    if (!emailSchema.safeParse(email).success) reasons.push('email-not-valid')
    if (!nameSchema.safeParse(name).success) reasons.push('name-not-valid')
    if (!role.success) reasons.push('role-unknown')
    else if (!mayManage(actor, role.data)) reasons.push('not-allowed')
    if (languageText !== '' && !languageSchema.safeParse(languageText).success) reasons.push('language-unknown')
    if (licence === undefined) reasons.push('licence-unknown')
    else if (licence?.active === false) reasons.push('licence-not-usable')
    return {
      // What is refused is shown as it was, within measure.
      email: email.slice(0, 200),
      name: name.slice(0, 200),
      user: {
        role: role.success ? role.data : 'member',
        language: languageText === '' ? language : languageText,
        licenceId: licence?.id ?? null,
      },
      reasons,
    }
  }
}

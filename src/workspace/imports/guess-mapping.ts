import { importFields, type Import, type ImportField } from '../../contract/imports'
import { foldName } from '../users/folded-name'

/** What columns are called in the languages of the console, folded. */
const words: Readonly<Record<ImportField, readonly string[]>> = {
  email: ['email', 'e-mail', 'mail', 'e-mail address', 'email address', 'adresse e-mail', 'courriel', 'e-mail-adresse'],
  name: ['name', 'full name', 'display name', 'nom', 'nom complet', 'vollstandiger name', 'anzeigename'],
  role: ['role', 'rolle'],
  language: ['language', 'langue', 'sprache'],
  licence: ['licence', 'license', 'lizenz'],
}

/** Guesses from the words of a file's first row which column holds what. */
export function guessMapping(columns: readonly string[]): Import['mapping'] {
  const folded = columns.map((column) => foldName(column.trim()))
  const find = (field: ImportField) => {
    const at = folded.findIndex((column) => words[field].includes(column))
    return at === -1 ? null : at
  }
  const [email, name, role, language, licence] = importFields.map(find)
  return {
    email: email ?? null,
    name: name ?? null,
    role: role ?? null,
    language: language ?? null,
    licence: licence ?? null,
  }
}

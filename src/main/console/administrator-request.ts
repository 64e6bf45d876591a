import type { Language } from '../../contract/languages'
import type { Account } from '../../contract/session'
import type { CompanyFigures } from '../../contract/user-management'
import ar from './words/ar.json'
import de from './words/de.json'
import en from './words/en.json'
import es from './words/es.json'
import fr from './words/fr.json'
import ja from './words/ja.json'

/** The words of an e-mail to the administrators. */
export type RequestWords = typeof en.request

const words: Readonly<Record<Language, typeof en>> = { en, fr, de, es, ja, ar }

/** The words in one language. */
export function requestWords(language: Language): RequestWords {
  return words[language].request
}

/** Puts values into `{{names}}`; line breaks in a value can't start a line of their own. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => (values[name] ?? '').replace(/\s+/g, ' ').trim())
}

/**
 * Writes the e-mail in which a member asks the company's administrators for a change.
 *
 * @returns Recipients, subject and text to paste into an e-mail; null when no administrator is known.
 */
export function administratorRequest(
  account: Account,
  figures: Pick<CompanyFigures, 'companyName' | 'administrators'>,
  text: RequestWords,
): string | null {
  if (figures.administrators.length === 0) return null
  const recipients = figures.administrators.map(({ name, email }) => fill('{{name}} <{{email}}>', { name, email }))
  const values = { name: account.name, email: account.email, companyName: figures.companyName }
  return [
    fill(text.to, { recipients: recipients.join(', ') }),
    fill(text.subject, values),
    '',
    text.greeting,
    '',
    fill(text.reason, values),
    '',
    '…',
    '',
    fill(text.account, values),
    '',
    text.closing,
    fill('{{name}}', values),
  ].join('\n')
}

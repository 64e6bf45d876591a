import { matchConsoleLanguage, type ConsoleLanguage } from '../../contract/languages'
import { consolePath } from '../../contract/page-paths'
import { fillIn } from '../meetings/meeting-words'
import en from './i18n/en.json'
import type { MailMessage } from './mail'

type MailWords = typeof en

const load: Readonly<Record<ConsoleLanguage, () => Promise<MailWords>>> = {
  en: () => Promise.resolve(en),
  fr: async () => (await import('./i18n/fr.json')).default,
  de: async () => (await import('./i18n/de.json')).default,
}

/** The words in the reader's language (BCP 47), or the nearest that there is. */
const wordsIn = (language: string) => load[matchConsoleLanguage([language])]()

/** The mail with a link for a new password. */
export async function passwordResetMail(to: string, language: string, link: string): Promise<MailMessage> {
  const words = (await wordsIn(language)).passwordReset
  return { to, subject: words.subject, text: fillIn(words.text, { link }) }
}

/** The mail to one of the two addresses of an account whose e-mail is to change. */
export async function newEmailMail(
  at: 'email-old' | 'email-new',
  change: { readonly before: string; readonly after: string },
  language: string,
  link: string,
): Promise<MailMessage> {
  const words = (await wordsIn(language)).newEmail
  const isOld = at === 'email-old'
  const text = fillIn(isOld ? words.textOld : words.textNew, { ...change, link })
  return { to: isOld ? change.before : change.after, subject: words.subject, text }
}

/** The mail that invites somebody to a company. */
export async function invitationMail(
  to: string,
  language: string,
  link: string,
  by: { readonly name: string; readonly companyName: string },
): Promise<MailMessage> {
  const words = (await wordsIn(language)).invitation
  const values = { name: by.name, company: by.companyName, link }
  return { to, subject: fillIn(words.subject, values), text: fillIn(words.text, values) }
}

/** The mail that tells an administrator of the company's deletion. */
export async function companyDeletionMail(
  to: string,
  language: string,
  by: { readonly name: string; readonly companyName: string; readonly deletesAt: number; readonly address: string },
): Promise<MailMessage> {
  const words = (await wordsIn(language)).companyDeletion
  const day = new Intl.DateTimeFormat(matchConsoleLanguage([language]), { dateStyle: 'long', timeZone: 'UTC' }).format(by.deletesAt)
  const values = { name: by.name, company: by.companyName, day, link: by.address + consolePath }
  return { to, subject: fillIn(words.subject, values), text: fillIn(words.text, values) }
}

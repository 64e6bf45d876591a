import type { UserPage } from '../../contract/console-users'
import type { MailState } from '../../contract/mail-states'
import { regionOf } from '../../ui/region'
import { useWords } from '../i18n/words'

/** Gives what a mail is called: what it is, to whom, of when. */
export function useMailName() {
  const { t, language } = useWords()
  return (kind: UserPage['mails'][number]['kind'], { email, createdAt }: MailState): string => {
    const time = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(createdAt)
    return t(`mails.about.${kind}`, { email, time })
  }
}

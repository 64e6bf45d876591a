import { Anchor, Text } from '@mantine/core'
import { useWords } from '../i18n/words'
import { PageHeading } from './page-heading'
import { useMe } from './session'

/** For those whose role does not include a page: who may, and whom to ask. */
export function NotAllowedPage() {
  const { t } = useWords()
  const { account, administrators } = useMe()
  const company = account.companyName
  const isMember = account.role === 'member'
  const text = administrators.length === 0 ? 'notAllowed.nobody' : 'notAllowed.text'
  return (
    <div className="reading">
      <PageHeading>{t(isMember ? 'notAllowed.title' : 'notAllowed.administratorsTitle')}</PageHeading>
      <Text>{t(isMember ? text : 'notAllowed.administratorsText', { company })}</Text>
      {administrators.length > 0 && (
        <ul className="people">
          {administrators.map(({ name, email }) => (
            <li key={email}>
              <Text fw={600}>{name}</Text>
              <Anchor href={`mailto:${email.split('@').map(encodeURIComponent).join('@')}`} className="breakable">
                {email}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

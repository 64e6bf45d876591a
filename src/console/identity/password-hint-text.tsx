import { useWords } from '../i18n/words'
import { passwordHint } from './password-hint'

/** Says, while a new password is typed, how much is missing. */
export function PasswordHintText({ password }: { password: string }) {
  const { t } = useWords()
  const hint = passwordHint(password)
  return (
    <>
      {hint.state === 'rule' && t('createCompany.passwordRule')}
      {hint.state === 'short' && t('createCompany.passwordShort', { count: hint.missing })}
      {/* Read out when it is reached, not with every key. */}
      <span role="status">{hint.state === 'long-enough' && t('createCompany.passwordLong')}</span>
    </>
  )
}

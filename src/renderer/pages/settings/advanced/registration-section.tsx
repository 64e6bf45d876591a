import { useWords } from '../../../i18n/words'
import { RegistrationForm } from '../../sign-in/registration-form'
import section from '../section.module.css'

/** What signing in with the vendor needs of the company. */
export function RegistrationSection() {
  const { t } = useWords()
  return (
    <section className={section['section']}>
      <h2>{t('place.teamviewer')}</h2>
      <p className={section['quiet']}>{t('registration.text')}</p>
      <RegistrationForm onSaved={() => {}} />
    </section>
  )
}

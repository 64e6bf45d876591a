import { Button } from '../../controls/button'
import { useWords } from '../../i18n/words'
import styles from './other-places.module.css'
import type { QuestionProps } from './place-question'
import { RegistrationForm } from './registration-form'

/** Says what is missing before one can sign in with the vendor, and takes it. Main then offers the kind by itself. */
export default function RegistrationQuestion({ onBack }: QuestionProps) {
  const { t } = useWords()
  return (
    <div className={styles['form']}>
      <p className={styles['hint']}>{t('registration.missing')}</p>
      <RegistrationForm isFirst onSaved={onBack}>
        <Button look="quiet" onClick={onBack}>
          {t('place.back')}
        </Button>
      </RegistrationForm>
    </div>
  )
}

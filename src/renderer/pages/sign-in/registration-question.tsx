import { Button } from '../../controls/button'
import { useWords } from '../../i18n/words'
import type { QuestionProps } from './other-places'
import styles from './other-places.module.css'
import { RegistrationForm } from './registration-form'

/** Says what is missing before one can sign in with the vendor, and takes it. Main then offers the kind by itself. */
export default function RegistrationQuestion({ onBack }: QuestionProps) {
  const { t } = useWords()
  return (
    <div className={styles['form']}>
      <p className={styles['hint']}>{t('registration.missing')}</p>
      <RegistrationForm onSaved={onBack} />
      <div className={styles['row']}>
        <Button look="quiet" onClick={onBack}>
          {t('place.back')}
        </Button>
      </div>
    </div>
  )
}

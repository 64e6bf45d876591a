import type { SignInWay, WorkspaceKind } from '../../../contract/accounts'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { useAppState } from '../../state/client'
import { startWords } from '../../state/start-words'
import styles from './other-places.module.css'
import type { AskedPlace } from './place-question'
import { placeWords } from './place-words'
import { useStartSignIn } from './use-start-sign-in'

interface OtherPlacesProps {
  /** The kind that something was asked for last: the focus comes back to it. */
  askedLast: WorkspaceKind | null
  onAsk: (place: AskedPlace) => void
}

/** Where else one can sign in, beneath the simplest way. */
export function OtherPlaces({ askedLast, onAsk }: OtherPlacesProps) {
  const { t } = useWords()
  const { kind: here, ways } = useAppState((state) => state.accounts)
  const [problem, start] = useStartSignIn()
  const choose = ({ kind, needs }: SignInWay) => {
    if (needs === 'nothing') start(kind, null)
    else onAsk({ kind, needs })
  }
  const others = ways.filter(({ kind, needs }) => kind !== here || needs === 'address')
  return (
    <section className={styles['places']}>
      <h2 className={styles['title']}>{t('place.title')}</h2>
      <div className={styles['row']}>
        {others.map((other) => (
          <Button key={other.kind} autoFocus={other.kind === askedLast} onClick={() => choose(other)}>
            {t(placeWords[other.kind])}
          </Button>
        ))}
      </div>
      {problem !== null && <Message kind="problem">{t(startWords[problem])}</Message>}
    </section>
  )
}

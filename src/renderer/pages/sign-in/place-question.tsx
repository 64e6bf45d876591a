import type { SignInWay, WorkspaceKind } from '../../../contract/accounts'
import { useWords } from '../../i18n/words'
import { loadedLater, type LoadedLater } from '../../shell/loaded-later'
import styles from './other-places.module.css'
import { placeWords } from './place-words'

export interface QuestionProps {
  kind: WorkspaceKind
  onBack: () => void
}

type Asked = Exclude<SignInWay['needs'], 'nothing'>

/** A kind of workspace, with what it takes. */
export interface AskedPlace {
  kind: WorkspaceKind
  needs: Asked
}

/** What is asked for before the browser can be opened. Loaded when it is. */
const questions: Readonly<Record<Asked, LoadedLater<QuestionProps>>> = {
  address: loadedLater(() => import('./address-question')),
  'client-id': loadedLater(() => import('./registration-question')),
}

/** What a kind of workspace takes from the person first. It has the screen to itself, so that all of it is in sight. */
export function PlaceQuestion({ kind, needs, onBack }: QuestionProps & AskedPlace) {
  const { t } = useWords()
  const Question = questions[needs]
  return (
    <section className={styles['question']}>
      <h1>{t(placeWords[kind])}</h1>
      <Question kind={kind} onBack={onBack} />
    </section>
  )
}

import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'
import type { SignInWay, WorkspaceKind } from '../../../contract/accounts'
import { useWords } from '../../i18n/words'
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
const questions: Readonly<Record<Asked, LazyExoticComponent<ComponentType<QuestionProps>>>> = {
  address: lazy(() => import('./address-question')),
  'client-id': lazy(() => import('./registration-question')),
}

/** What a kind of workspace takes from the person first. It has the screen to itself, so that all of it is in sight. */
export function PlaceQuestion({ kind, needs, onBack }: QuestionProps & AskedPlace) {
  const { t } = useWords()
  const Question = questions[needs]
  return (
    <section className={styles['question']}>
      <h1>{t(placeWords[kind])}</h1>
      <Suspense fallback={null}>
        <Question kind={kind} onBack={onBack} />
      </Suspense>
    </section>
  )
}

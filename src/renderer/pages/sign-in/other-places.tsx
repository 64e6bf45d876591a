import { lazy, Suspense, useState, type ComponentType, type LazyExoticComponent } from 'react'
import type { SignInWay, WorkspaceKind } from '../../../contract/accounts'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords, type Word } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'
import styles from './other-places.module.css'
import { startWords, useStartSignIn } from './use-start-sign-in'

/** A workspace kind's name. */
const placeWords: Readonly<Record<WorkspaceKind, Word>> = {
  'this-computer': 'place.thisComputer',
  'self-hosted': 'place.selfHosted',
  teamviewer: 'place.teamviewer',
}

/** What is asked for before the browser can be opened. Loaded when it is. */
const questions: Readonly<Record<Exclude<SignInWay['needs'], 'nothing'>, LazyExoticComponent<ComponentType<QuestionProps>>>> = {
  address: lazy(() => import('./address-question')),
  'client-id': lazy(() => import('./registration-question')),
}

export interface QuestionProps {
  kind: WorkspaceKind
  onBack: () => void
}

/** Where else one can sign in, beneath the simplest way, and the accounts to go back to. */
export function OtherPlaces() {
  const { t } = useWords()
  const { bridge } = useClient()
  const { kind: here, ways, entries } = useAppState((state) => state.accounts)
  const [asked, setAsked] = useState<WorkspaceKind | null>(null)
  const [problem, start] = useStartSignIn()

  const way = ways.find(({ kind }) => kind === asked)
  if (way !== undefined && way.needs !== 'nothing') {
    const Question = questions[way.needs]
    return (
      <section className={styles['places']}>
        <h2 className={styles['title']}>{t(placeWords[way.kind])}</h2>
        <Suspense fallback={null}>
          <Question kind={way.kind} onBack={() => setAsked(null)} />
        </Suspense>
      </section>
    )
  }

  const choose = ({ kind, needs }: SignInWay) => {
    if (needs === 'nothing') start(kind, null)
    else setAsked(kind)
  }
  const others = ways.filter(({ kind, needs }) => kind !== here || needs === 'address')
  return (
    <section className={styles['places']}>
      <h2 className={styles['title']}>{t('place.title')}</h2>
      <div className={styles['row']}>
        {others.map((other) => (
          <Button key={other.kind} onClick={() => choose(other)}>
            {t(placeWords[other.kind])}
          </Button>
        ))}
      </div>
      {problem !== null && <Message kind="problem">{t(startWords[problem])}</Message>}
      {entries.length > 0 && (
        <>
          <h2 className={styles['title']}>{t('place.accounts')}</h2>
          <div className={styles['row']}>
            {entries.map(({ key, name, companyName }) => (
              <Button key={key} look="quiet" onClick={() => void bridge.invoke('accounts.switch', key).catch(() => {})}>
                {t('accountMenu.switchTo', { name, companyName })}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

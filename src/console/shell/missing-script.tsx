import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { consoleApiPrefix } from '../../contract/page-paths'
import { fetchJson } from '../api/ahead'
import { noAnswer, RequestFailed } from '../api/failure'
import { useWords } from '../i18n/words'
import { FailureNotice } from './failure-notice'
import { PageHeading } from './page-heading'
import { PageShape } from './page-shape'
import { mayReload } from './reload-once'

/** A page's script could not be loaded. */
export class MissingScript extends Error {}

interface ScriptBoundaryProps {
  Frame: ComponentType<{ children: ReactNode }>
  children: ReactNode
}

/** Stands in for a page whose script could not be loaded. Other errors are none of its business. */
export class ScriptBoundary extends Component<ScriptBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    const { Frame, children } = this.props
    if (error === null) return children
    if (!(error instanceof MissingScript)) throw error
    return (
      <Frame>
        <MissingPage />
      </Frame>
    )
  }
}

/** Asks whether the workspace answers: then its console was updated, and this page knows only the names of the old files. */
async function isWorkspaceThere(): Promise<boolean> {
  try {
    return (await fetchJson(`${consoleApiPrefix}/setup`)).ok
  } catch {
    return false
  }
}

/** Loads the console anew where that helps; else says why there is no page. */
function MissingPage() {
  const { t } = useWords()
  const [tries, setTries] = useState(1)
  const [seen, setSeen] = useState<{ isThere: boolean; tries: number } | null>(null)

  useEffect(() => {
    let isOver = false
    const look = async () => {
      const isThere = await isWorkspaceThere()
      if (isOver) return
      if (isThere && (tries > 1 || mayReload(sessionStorage, Date.now()))) window.location.reload()
      else setSeen({ isThere, tries })
    }
    void look()
    return () => {
      isOver = true
    }
  }, [tries])

  if (seen === null) return <PageShape />
  return (
    <div className="reading">
      <PageHeading documentTitle={t('console.name')}>{t('console.name')}</PageHeading>
      <FailureNotice
        error={seen.isThere ? new RequestFailed({ kind: 'unexpected' }) : noAnswer()}
        isRetrying={seen.tries !== tries}
        onRetry={() => setTries(tries + 1)}
      />
    </div>
  )
}

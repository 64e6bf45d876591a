import { type ComponentType, createElement, type FunctionComponent, type ReactNode, Suspense, use } from 'react'
import { MissingScript, ScriptBoundary } from './missing-script'
import { PageShape } from './page-shape'

export interface LazyPage<Props extends object> {
  readonly Page: FunctionComponent<Props>
  /** Loads the page's script, so that the page is there at once when it is wanted. Fails without a trace: the page tries again. */
  readonly load: () => Promise<void>
}

/**
 * Makes a page whose script comes when it is wanted. Unlike React's `lazy`, it is drawn at once when the script is there.
 *
 * @param Frame What stands around the page, where that is the page's own affair: its shape and its failure stand in it too.
 */
export function lazyPage<Props extends object>(
  script: () => Promise<ComponentType<Props>>,
  Frame: ComponentType<{ children: ReactNode }> = Bare,
): LazyPage<Props> {
  let loaded: ComponentType<Props> | null = null
  let wanted: Promise<ComponentType<Props>> | null = null

  async function load(): Promise<ComponentType<Props>> {
    try {
      loaded = await script()
      return loaded
    } catch (cause) {
      throw new MissingScript('A page has no script', { cause })
    }
  }

  function Loaded(props: Props) {
    return createElement(loaded ?? use((wanted ??= load())), props)
  }

  function Page(props: Props) {
    const shape = (
      <Frame>
        <PageShape />
      </Frame>
    )
    return (
      <ScriptBoundary Frame={Frame}>
        <Suspense fallback={shape}>
          <Loaded {...props} />
        </Suspense>
      </ScriptBoundary>
    )
  }

  return { Page, load: () => load().then(nothing, nothing) }
}

const nothing = () => undefined

function Bare({ children }: { children: ReactNode }) {
  return children
}

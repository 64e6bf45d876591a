import { useSyncExternalStore, type ComponentType } from 'react'

/** A part of the page whose code is loaded when it is first shown, or ahead of that. */
export type LoadedLater<Props> = ComponentType<Props> & {
  /** Loads its code ahead. @throws {CodeNotLoaded} */
  readonly prepare: () => Promise<void>
}

/**
 * The code of a part could not be loaded. A document keeps a failed answer as it keeps a good one (HTML, "module map"; Chromium does so for all
 * but a broken connection): only loading the page anew asks for it again.
 */
export class CodeNotLoaded extends Error {
  override name = 'CodeNotLoaded'
}

type Loading<Props> = { readonly Part: ComponentType<Props> } | { readonly error: unknown } | null

/**
 * Makes such a part. React's own `lazy` shows its placeholder even for code that is here already, and then keeps it for 300 ms
 * (`FALLBACK_THROTTLE_MS`): everything that is opened for the first time would come that much later.
 *
 * @param load Imports the module of the part. Where that fails, the part throws `CodeNotLoaded`, and is tried again when it is shown anew, which helps
 *   where no answer came at all.
 * @param Placeholder What stands there meanwhile; nothing if left out.
 */
export function loadedLater<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>, Placeholder?: ComponentType): LoadedLater<Props> {
  let loading: Loading<Props> = null
  let underWay: Promise<void> | null = null

  const prepare = (): Promise<void> => {
    underWay ??= load().then(
      ({ default: Part }) => {
        loading = { Part }
      },
      (cause: unknown) => {
        underWay = null
        throw new CodeNotLoaded('A part of the page could not be loaded', { cause })
      },
    )
    return underWay
  }

  const subscribe = (tell: () => void) => {
    if (loading === null) {
      prepare()
        .catch((error: unknown) => {
          loading = { error }
        })
        .finally(tell)
    }
    return () => {
      if (loading !== null && 'error' in loading) loading = null
    }
  }

  const read = () => loading

  function Later(props: Props) {
    const now = useSyncExternalStore(subscribe, read, read)
    if (now === null) return Placeholder === undefined ? null : <Placeholder />
    if ('error' in now) throw now.error
    return <now.Part {...props} />
  }
  return Object.assign(Later, { prepare })
}

import { useSyncExternalStore, type ComponentType } from 'react'

/** A part of the page whose code is loaded when it is first shown, or ahead of that. */
export type LoadedLater<Props> = ComponentType<Props> & {
  /** Loads its code ahead; rejects with what loading it rejects with. */
  readonly prepare: () => Promise<void>
}

type Loading<Props> = { readonly Part: ComponentType<Props> } | { readonly error: unknown } | null

/**
 * Makes such a part. React's own `lazy` shows its placeholder even for code that is here already, and then keeps it for 300 ms
 * (`FALLBACK_THROTTLE_MS`): everything that is opened for the first time would come that much later.
 *
 * @param load Imports the module of the part. Where that fails, the part throws what it failed with, and is tried again when it is shown anew.
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
      (error: unknown) => {
        underWay = null
        throw error
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

import type Store from 'electron-store'
import { closeLibraryChannels } from '../ipc/gate'

/** Loads electron-store, and closes the channel that it opens to pages as soon as a store is made. */
export async function loadStore(): Promise<typeof Store> {
  const { default: LoadedStore } = await import('electron-store')
  LoadedStore.initRenderer()
  closeLibraryChannels()
  return LoadedStore
}

import type { Notice } from '../../contract/app-state'
import type { ValueFile } from './store'

/**
 * Opens files of values, one after the other, and tells of each that was damaged and set aside.
 *
 * @throws When a file can be neither opened nor set aside.
 */
export async function openFiles(files: readonly Pick<ValueFile<never>, 'open'>[], tell: (notice: Notice) => void): Promise<void> {
  for (const file of files) {
    const setAside = await file.open()
    if (setAside !== null) tell({ kind: 'settings-set-aside', fileName: setAside })
  }
}

import type { Notice } from '../../contract/app-state'
import type { ValueFile } from './store'

/**
 * Opens files of values, one after the other, and tells of each that was damaged and set aside. One that can't be opened keeps no other
 * one closed.
 *
 * @throws When a file can be neither opened nor set aside.
 */
export async function openFiles(files: readonly Pick<ValueFile<never>, 'open'>[], tell: (notice: Notice) => void): Promise<void> {
  const failures: unknown[] = []
  for (const file of files) {
    try {
      const setAside = await file.open()
      if (setAside !== null) tell({ kind: 'settings-set-aside', fileName: setAside })
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

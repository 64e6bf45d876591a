import { expect, test } from 'vitest'
import { folderInMemory } from './temporary-files.mjs'

const gigabyte = 1024 ** 3
const system = {
  mounts: '/dev/vda / ext4 rw,relatime 0 0\ntmpfs /dev/shm tmpfs rw,nosuid,nodev,size=24683620k 0 0\n',
  room: 6 * gigabyte,
  memory: 12 * gigabyte,
}

test('temporary files go into memory where it has room for them', () => {
  expect(folderInMemory(system)).toBe('/dev/shm')
  expect(folderInMemory({ ...system, room: gigabyte / 16 })).toBeNull()
  expect(folderInMemory({ ...system, memory: 2 * gigabyte })).toBeNull()
})

test('temporary files stay where they usually are where no program can be run from memory, or nothing written there', () => {
  for (const option of ['noexec', 'ro']) {
    expect(folderInMemory({ ...system, mounts: system.mounts.replace('nodev', option) })).toBeNull()
  }
  expect(folderInMemory({ ...system, mounts: '/dev/vda / ext4 rw,relatime 0 0\n' })).toBeNull()
})

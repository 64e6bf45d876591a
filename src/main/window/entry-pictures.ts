import large from '../../../assets/icons/256x256.png?inline'
import small from '../../../assets/icons/48x48.png?inline'
import type { PictureSize } from './own-entry'

const pictures: Readonly<Record<PictureSize, string>> = { 48: small, 256: large }

/** Parley's picture in a size, as PNG. */
export function entryPicture(size: PictureSize): Uint8Array {
  return Buffer.from(pictures[size].replace(/^data:image\/png;base64,/, ''), 'base64')
}

/** Pixels of a picture, which is square. */
const side = 256

/**
 * Draws whatever picture this browser can show as a square PNG file, cut at its longer sides; so that the workspace needs
 * to understand one small kind of picture alone.
 *
 * @throws When the file is no picture.
 */
export async function scalePicture(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const cut = Math.min(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is nothing to draw on')
  context.imageSmoothingQuality = 'high'
  const [left, top] = [(picture.width - cut) / 2, (picture.height - cut) / 2]
  context.drawImage(picture, left, top, cut, cut, 0, 0, side, side)
  picture.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob((drawn) => {
      if (drawn === null) reject(new Error('The picture could not be drawn'))
      else resolve(drawn)
    }, 'image/png')
  })
}

/** A file's bytes in base64 (RFC 4648 §4). */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      // RFC 2397: `data:image/png;base64,` stands before them.
      if (typeof reader.result === 'string') resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(new Error('The file could not be read')))
    reader.readAsDataURL(file)
  })
}

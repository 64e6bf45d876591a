/** So long a browser has to begin saving, milliseconds. */
const patience = 10_000

/** Has the browser save a text that is only here, such as one with secrets, as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), patience)
}

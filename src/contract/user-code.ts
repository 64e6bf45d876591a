/**
 * Writes a code as people compare it: `ABCD-EFGH`.
 *
 * @param code As the workspace keeps it: letters and digits alone.
 */
export function userCodeText(code: string): string {
  const half = Math.ceil(code.length / 2)
  return code.length < 6 ? code : `${code.slice(0, half)}-${code.slice(half)}`
}

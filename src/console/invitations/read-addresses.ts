/**
 * Reads e-mails out of whatever was typed or pasted: one a line, or between commas, semicolons and spaces, with or
 * without names (`Anna <anna@example.com>`).
 *
 * @returns Each once, as it was written.
 */
export function readAddresses(text: string): string[] {
  const bare = text.replace(/[^<>,;\n]*<([^<>]*)>/g, ' $1 ')
  return [...new Set(bare.split(/[\s,;]+/).filter((part) => part !== ''))]
}

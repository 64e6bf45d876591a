/** The languages of an `Accept-Language` header in the order in which they stand there. */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '').split(',').map((one) => one.split(';')[0]?.trim() ?? '')
}

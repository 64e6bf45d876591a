let zone: string | null = null

/** IANA name of the computer's time zone. */
export function systemZone(): string {
  return (zone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

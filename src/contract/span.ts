/**
 * Writes a span of time. A span within one day has words in Japanese (Unicode CLDR, `16時00分～17時30分`), where people write
 * `16:00～17:30`, as it does for a time alone and for a span of days.
 *
 * @param start Milliseconds since the epoch, as `end`.
 */
export function spanIn(format: Intl.DateTimeFormat, start: number, end: number): string {
  return format.formatRange(start, end).replaceAll(/(\d{1,2})時(\d{2})分/g, '$1:$2')
}

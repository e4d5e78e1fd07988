/**
 * An HTTP date in any of its three forms (RFC 9110 section 5.6.7) as an instant, null for anything else. A zone other
 * than GMT is read too: servers that write one mean it.
 */
export function parseHttpDate(text: string | undefined): Date | null {
  const value = text?.trim() ?? '';
  // Every form begins with the day's name and holds a time; Date.parse alone would take "0" or "5" for a year.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d\d:\d\d/i.test(value)) return null;
  const zoned = /(GMT|UTC|[+-]\d{4})$/i.test(value) ? value : `${value} GMT`;
  const instant = Date.parse(zoned.replace(/(\d{1,2})-([a-z]{3})-(\d{2,4})/i, '$1 $2 $3'));
  return Number.isNaN(instant) ? null : new Date(instant);
}

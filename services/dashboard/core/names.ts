import { type ClosedField, knownValues } from '@wirewatch/shared/query/values/closed.ts';

const names = new Map<string, string>();

/** What people call a code of a country, language or kind of event; the code itself where it is none. */
export function nameOfCode(field: Extract<ClosedField, 'country' | 'language' | 'event'>, code: string): string {
  if (names.size === 0)
    for (const each of ['country', 'language', 'event'] as const)
      for (const known of knownValues(each)) names.set(`${each}:${known.value}`, known.name);
  return names.get(`${field}:${code}`) ?? code;
}

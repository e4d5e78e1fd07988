import type { PlaceMention } from './find-places.ts';
import { LOWER, type Scan } from './scan.ts';

/** A country whose half is named by the quarter alone once the whole is: "North Korea", then "the North". */
const HALVES: Readonly<Record<string, string>> = { north: 'PRK', south: 'KOR' };

/** "the North" and "the South's President" in a text that names the two states in full: mentions of them. English. */
export function halfNames(scanned: Scan, places: readonly PlaceMention[]): PlaceMention[] {
  const whole = new Map<string, PlaceMention>();
  for (const place of places) {
    const code = place.place.country;
    if (code && place.place.kind === 'name' && place.to - place.from > 1 && !whole.has(code)) whole.set(code, place);
  }
  const found: PlaceMention[] = [];
  if (!whole.has('PRK') && !whole.has('KOR')) return found;
  for (let i = 1; i < scanned.key.length; i += 1) {
    const code = HALVES[scanned.key[i] as string];
    const full = code ? (whole.get(code) ?? whole.get(code === 'PRK' ? 'KOR' : 'PRK')) : undefined;
    if (!code || !full || scanned.shape[i] === LOWER || scanned.key[i - 1] !== 'the') continue;
    const next = scanned.key[i + 1] ?? '';
    if (scanned.shape[i + 1] !== LOWER && next !== 's' && scanned.breaks[i] === 0) continue;
    found.push({ from: i, to: i + 1, place: { ...full.place, country: code }, others: [] });
  }
  return found;
}

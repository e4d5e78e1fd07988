import type { SharedSource, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Link } from './link.ts';

/** Articles that are named to one as quoting what it quotes: a president's sentence is everywhere. */
const MOST = 24;

/** Tells in the rows which articles of other groups quote the same speech, letter or post: those with most of it first. */
export function tellSharedSources(rows: Map<string, Syndication>, links: readonly Link[]): void {
  const found = new Map<string, SharedSource[]>();
  for (const { kind, newer, older, coverage, originalCoverage, confidence } of links) {
    if (kind !== 'shared' || rows.get(newer)?.group === rows.get(older)?.group) continue;
    push(found, newer, { id: older, coverage, confidence });
    push(found, older, { id: newer, coverage: originalCoverage, confidence });
  }
  for (const [id, sources] of found) {
    const row = rows.get(id);
    if (!row) continue;
    sources.sort((a, b) => b.coverage - a.coverage || (a.id < b.id ? -1 : 1));
    row.sharedSources = sources.slice(0, MOST);
  }
}

function push(map: Map<string, SharedSource[]>, id: string, source: SharedSource): void {
  const held = map.get(id);
  if (held) held.push(source);
  else map.set(id, [source]);
}

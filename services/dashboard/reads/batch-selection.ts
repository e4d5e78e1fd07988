import type { BatchSelection } from '@wirewatch/shared/contracts/batch.ts';
import { ReprocessStage } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { currentVersion } from '@wirewatch/shared/store/journey/versions.ts';

/** What an address or a form chooses, as text. Days and times without a zone are UTC. */
export interface Chosen {
  from: string | null;
  stale: string | null;
  since: string | null;
  until: string | null;
  outlets: string[];
}

export function chosenIn(query: URLSearchParams): Chosen {
  const text = (name: string) => query.get(name)?.trim() || null;
  const outlets = query.getAll('outlet').flatMap((each) => each.split(/[\s,]+/));
  return {
    from: text('from'),
    stale: text('stale'),
    since: text('since'),
    until: text('until'),
    outlets: outlets.filter((each) => each !== ''),
  };
}

/** The selection of a batch; a problem in words where it makes no sense. */
export async function selectionOf(store: Store, chosen: Chosen): Promise<BatchSelection | { problem: string }> {
  const from = ReprocessStage.safeParse(chosen.from);
  if (!from.success) {
    return { problem: `from=${chosen.from ?? ''}: expected a stage, ${ReprocessStage.options.join(', ')}.` };
  }
  const since = instantOf('since', chosen.since);
  if (since !== null && typeof since === 'object') return since;
  const until = instantOf('until', chosen.until);
  if (until !== null && typeof until === 'object') return until;
  if (since !== null && until !== null && since >= until) {
    return { problem: `since ${chosen.since} is not before until ${chosen.until}: nothing lies between.` };
  }
  let staleVersion: string | null = null;
  if (chosen.stale !== null && chosen.stale !== 'false') {
    staleVersion = await currentVersion(store, from.data);
    if (staleVersion === null) {
      return { problem: `No ${from.data} worker has said its version yet: start one, or choose all.` };
    }
  }
  return { from: from.data, staleVersion, since, until, outlets: chosen.outlets };
}

function instantOf(name: string, text: string | null): number | null | { problem: string } {
  if (text === null) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  if (!Number.isNaN(instant)) return instant;
  return { problem: `${name}=${text}: expected a date, as 2026-11-23 or 2026-11-23T08:00Z.` };
}

/** The same choice as an address asks for it. */
export function queryOf(selection: BatchSelection): Record<string, string | null> {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    from: selection.from,
    stale: selection.staleVersion === null ? null : 'true',
    since: iso(selection.since),
    until: iso(selection.until),
    outlet: selection.outlets.length === 0 ? null : selection.outlets.join(' '),
  };
}

/** A selection in words. */
export function selectionWords(selection: BatchSelection): string {
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  const parts = [
    `from ${selection.from}`,
    selection.staleVersion === null ? null : `not made by ${selection.staleVersion}`,
    selection.since === null ? null : `seen since ${iso(selection.since)}`,
    selection.until === null ? null : `seen before ${iso(selection.until)}`,
    selection.outlets.length === 0 ? null : `of ${selection.outlets.join(', ')}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

import { announcePages } from '@wirewatch/shared/store/articles/announce.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Asked, askSources, type SourcesAnswer } from '@wirewatch/shared/store/sources/ask.ts';
import type { Ask } from '../handler.ts';
import { holds } from '../security/rights.ts';

/** A count, and how many unknown addresses are fetched for it; or why there is none. */
export type Told =
  | { answer: SourcesAnswer; fetching: number }
  | { problem: string; at: number | null; status: 400 | 403 };

/** What is asked about: exactly one of the three. */
export function askedOf(said: {
  urls?: readonly string[] | undefined;
  text?: string | undefined;
  query?: string | undefined;
}): Asked | { problem: string } {
  const given = [
    ...(said.urls === undefined ? [] : [{ urls: said.urls }]),
    ...(said.text === undefined ? [] : [{ text: said.text }]),
    ...(said.query === undefined ? [] : [{ query: said.query }]),
  ];
  if (given.length === 1) return given[0]!;
  return { problem: 'give one of: urls (addresses), text, query' };
}

/** Addresses as somebody pastes them: one a line, or with blanks between them. */
export function addressesIn(pasted: string): string[] {
  return pasted.split(/\s+/).filter((each) => each !== '');
}

/** Counts the sources of what is asked; addresses that are not in the store are fetched only where the asker may and wants to. */
export async function countFor(
  { store, compareText, now, who, right }: Ask,
  asked: Asked,
  fetchUnknown: boolean,
): Promise<Told> {
  if (fetchUnknown && !holds(right, 'desk'))
    return { status: 403, at: null, problem: 'Fetching needs the right "desk": your token may read only.' };
  const answer = await askSources(store, asked, { compareText: (text) => compareText(text), now: now() });
  if ('problem' in answer) return { status: 400, at: answer.at ?? null, problem: answer.problem };
  const unknown = answer.addresses?.unknown ?? [];
  if (!fetchUnknown || unknown.length === 0) return { answer, fetching: 0 };
  await store.write(async (tx) => {
    const pages = unknown.map((url) => ({ url, title: null }));
    await announcePages(store, tx, pages, { now: now(), lane: 'live' });
    await writeAudit(store, tx, { at: now(), who, action: 'ingest', target: unknown[0]!, count: unknown.length });
  });
  return { answer, fetching: unknown.length };
}

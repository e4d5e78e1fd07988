import { rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { hitStories } from '@wirewatch/shared/store/sources/hit-stories.ts';
import { findAlert } from '@wirewatch/shared/store/watches/alerts.ts';
import { alertsOnDay, claimDigest, type DigestRow, noteDigest } from '@wirewatch/shared/store/watches/digests.ts';
import type { WatchRow } from '@wirewatch/shared/store/watches/watches.ts';
import { nextTry } from '../webhooks/next-try.ts';
import { type Letter, letterOf } from './letter.ts';
import type { Mailer } from './mailer.ts';

/** Alerts that a letter tells; nobody reads more of one. */
const MOST = 200;

/** What a watch told on a day as a letter; null where it told nothing. */
export async function digestLetter(
  store: Store,
  watch: WatchRow,
  day: string,
  desk: string | null,
): Promise<{ letter: Letter; alerts: number } | null> {
  const ids = await alertsOnDay(store, watch.id, day, MOST + 1000);
  if (ids.length === 0) return null;
  const alerts = (await Promise.all(ids.slice(0, MOST).map((id) => findAlert(store, id)))).filter(
    (one) => one !== null,
  );
  const stories = await hitStories(
    store,
    alerts.flatMap(({ article }) => article?.id ?? []),
  );
  const more = Math.max(0, ids.length - MOST);
  return { letter: letterOf({ watch, day, alerts, more, stories, desk }), alerts: ids.length };
}

/**
 * Sends the letter of a watch and day, once: who claims it in the database sends it. After a crash between sending and the note of it the
 * letter goes out again under the same Message-ID.
 * @returns the row as it is now; null where another has sent it, or does
 */
export async function sendDigest(
  { store, now }: { store: Store; now: () => number },
  mailer: Mailer,
  { watch, day, to, desk }: { watch: WatchRow; day: string; to: readonly string[]; desk: string | null },
): Promise<DigestRow | null> {
  const claimed = await claimDigest(store, { watch, day }, now());
  if (claimed === null) return null;
  const became = await attempt();
  await noteDigest(store, claimed, became);
  return { ...claimed, ...became };

  async function attempt(): Promise<Parameters<typeof noteDigest>[2]> {
    try {
      const digest = await digestLetter(store, watch, day, desk);
      const done = { endedAt: now(), nextAt: now(), lastError: null };
      if (digest === null) return { ...done, status: 'empty', alerts: 0 };
      const refused = await mailer.send(digest.letter, to, `${watch.id}.${day}`);
      const lastError = refused.length === 0 ? null : `refused for ${refused.join(', ')}`;
      return { ...done, status: 'sent', alerts: digest.alerts, lastError };
    } catch (error) {
      const nextAt = nextTry(claimed!.attempts, null, now());
      const lastError = rootMessage(error);
      if (nextAt === null) return { status: 'dead', alerts: 0, lastError, nextAt: now(), endedAt: now() };
      return { status: 'failed', alerts: 0, lastError, nextAt, endedAt: null };
    }
  }
}

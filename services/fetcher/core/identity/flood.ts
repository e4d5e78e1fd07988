/** One entry of a poll, as the store knows it. */
export interface PolledEntry {
  /** The feed never gave an entry of this key. */
  fresh: boolean;
  /** Some entry of this feed already points to this link, under whatever key. */
  linkKnown: boolean;
  /** ISO 8601, or null. */
  published: string | null;
}

export interface FloodVerdict {
  lane: 'live' | 'batch';
  kind: 'none' | 'first-poll' | 'rollover' | 'changed-guids' | 'backfill';
  /** Share of the document's entries that are new. */
  share: number;
  reason: string;
}

/** "Nine tenths of an old feed is new" is the sign that every report of such floods has in common. */
const FLOOD_SHARE = 0.9;
/** Below this many new entries the live lane bears a flood. */
const MIN_FRESH = 10;
/** A feed that has given fewer entries than this has no past to be flooded with. */
const MIN_KNOWN = 10;
/** Entries dated before the last poll by more than this were not written since: publishers' clocks and embargoes differ by hours. */
const SLACK_MS = 24 * 3600 * 1000;

/**
 * Whether a poll's new entries are news or an old archive under new names. News, even if all of it is new, goes to the live lane; a flood to
 * the batch lane, with a warning.
 * @param poll.knownEntries entries that the feed gave before this poll
 * @param poll.lastPollAt ISO 8601 time of the last successful poll, null for none
 */
export function judgeFlood(poll: {
  knownEntries: number;
  lastPollAt: string | null;
  entries: readonly PolledEntry[];
}): FloodVerdict {
  const fresh = poll.entries.filter((entry) => entry.fresh);
  const share = poll.entries.length === 0 ? 0 : fresh.length / poll.entries.length;
  const counted = `${fresh.length} of ${poll.entries.length} entries are new`;
  if (poll.lastPollAt === null || poll.knownEntries === 0)
    return { lane: 'live', kind: 'first-poll', share, reason: `first poll: ${counted}` };
  if (share < FLOOD_SHARE || fresh.length < MIN_FRESH || poll.knownEntries < MIN_KNOWN)
    return { lane: 'live', kind: 'none', share, reason: counted };
  const renamed = fresh.filter((entry) => entry.linkKnown).length;
  if (renamed * 2 >= fresh.length) {
    return {
      // Nothing of it is fetched again; what else is new is news.
      lane: 'live',
      kind: 'changed-guids',
      share,
      reason: `${counted}, but ${renamed} of them lead to known pages: the feed changed its GUIDs`,
    };
  }
  const last = Date.parse(poll.lastPollAt) - SLACK_MS;
  const dated = fresh.filter((entry) => entry.published !== null);
  const old = dated.filter((entry) => Date.parse(entry.published!) < last).length;
  if (old * 2 > dated.length) {
    return {
      lane: 'batch',
      kind: 'backfill',
      share,
      reason: `${counted}, and ${old} of them are older than the last poll: an archive is being served`,
    };
  }
  if (dated.length === 0) {
    return {
      lane: 'batch',
      kind: 'backfill',
      share,
      reason: `${counted}, and none has a date that shows it to be news`,
    };
  }
  return {
    lane: 'live',
    kind: 'rollover',
    share,
    reason: `${counted}, all recent: the feed's window rolled over between polls`,
  };
}

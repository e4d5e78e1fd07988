/** A change as a sentence: what somebody did, to how many of what. */
export function changeWords({ action, count, target }: { action: string; count: number; target: string }): string {
  const words = WORDS[action];
  return words === undefined ? `${action}: ${count}, ${target}` : words(count, target);
}

const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
const wait = (count: number) => `${many(count, 'article')} ${count === 1 ? 'waits' : 'wait'} again`;

const WORDS: Record<string, (count: number, target: string) => string> = {
  'feed.add': (count, target) =>
    count === 0
      ? 'Nothing new: watched already'
      : count === 1
        ? `${target} is watched`
        : `${many(count, 'feed')} are watched`,
  'feed.import': (count) =>
    count === 0 ? 'Nothing new: all are watched already' : `${many(count, 'feed')} added from the list`,
  'feed.pause': (_, target) => `${target} is paused`,
  'feed.resume': (_, target) => `${target} is watched again and polled at once`,
  'feed.poll': (_, target) => `${target} is polled now`,
  'feed.remove': (_, target) => `${target} is not watched any more`,
  'outlet.set': (_, target) => `What is known of ${target} is saved`,
  'queue.pause': (_, target) => `${target} stands still until it is resumed`,
  'queue.resume': (_, target) => `${target} goes on`,
  'queue.drain': (count, target) => `${many(count, 'article')} that waited for ${target} set aside in quarantine`,
  'queue.retry-now': (count, target) => `${many(count, 'article')} of ${target} tried again now`,
  'quarantine.retry': (count) => wait(count),
  'batch.paused': () => 'The batch is paused',
  'batch.running': () => 'The batch goes on',
  'batch.cancelled': () => 'The batch is cancelled: what it did stays',
  'batch.take-back': (count) => `The results before the batch are put back for ${many(count, 'article')}`,
  reprocess: (count) => `A batch over ${many(count, 'article')} has begun`,
  'reprocess.dry-run': (count) => `A trial over ${many(count, 'article')} has begun; nothing is changed`,
  'schedule.add': () => 'The schedule is added',
  'schedule.remove': () => 'The schedule is removed',
  'watch.add': () => 'The watch is saved',
  'watch.change': () => 'The changes to the watch are saved',
  'watch.remove': () => 'The watch is removed',
  'watch.apply': (count) => `The watch is matched against the past: ${many(count, 'article')}`,
  'watch.apply-cancel': () => 'The matching against the past is broken off; what it found stays',
  'webhooks.retry': (count) =>
    `${many(count, 'alert')} sent to ${count === 1 ? 'its webhook' : 'their webhooks'} again`,
  'ruling.add': (_, target) => `Ruled and settled: ${target}`,
  'ruling.take-back': (_, target) => `Taken back and settled anew: ${target}`,
  'mark.article': () => 'Your mark is saved',
  'mark.story': () => 'Your mark is saved',
  'search.save': (_, target) => `The search ${target} is kept`,
  'search.remove': (_, target) => `The search ${target} is forgotten`,
  'sign-in.end': () => 'That sign-in is ended',
};

/** Where what was changed can be seen; null where it has no page, or is gone. */
export function changePage({
  action,
  target,
  detail,
}: {
  action: string;
  target: string;
  detail: unknown;
}): string | null {
  const [subject = '', deed = ''] = action.split('.');
  if (deed === 'remove') return null;
  switch (subject) {
    case 'watch':
      return `/watches/${encodeURIComponent(target)}`;
    case 'batch':
    case 'reprocess':
      return `/reprocess/${encodeURIComponent(target)}`;
    case 'outlet':
      return `/outlets/${encodeURIComponent(target)}`;
    case 'queue':
      return `/pipeline/${encodeURIComponent(target.split(' ')[0]!)}`;
    case 'schedule':
      return '/reprocess#schedules-title';
    case 'quarantine':
      return '/quarantine';
    case 'ruling':
      return '/rulings';
    case 'mark':
      return `/${deed === 'story' ? 'stories' : 'articles'}/${encodeURIComponent(target)}`;
    case 'search':
      return '/marks';
    case 'webhooks':
      return '/webhooks';
    case 'feed':
      return `/feeds${feedOf(detail)}`;
    default:
      return null;
  }
}

/** The one feed that a change was about, as the end of its page's address; empty where it was several, or is not known. */
function feedOf(detail: unknown): string {
  const { id, ids } = (detail ?? {}) as { id?: unknown; ids?: unknown };
  const found = typeof id === 'string' ? id : Array.isArray(ids) && ids.length === 1 ? String(ids[0]) : null;
  return found === null ? '' : `/${encodeURIComponent(found)}`;
}

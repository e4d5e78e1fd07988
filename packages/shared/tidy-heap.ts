import { getHeapSpaceStatistics } from 'node:v8';

/** How often it is looked what has been added. */
const LOOK_MS = 30_000;
/** Bytes of grown old objects after which a collection is asked for. */
const ADDED_BYTES = 2 * 2 ** 20;
/** In a heap of so many bytes what lives is moved together as well, for twice the time: of 42 MB then 45 are held instead of 48. */
const PACKED_BYTES = 48 * 2 ** 20;

/**
 * Keeps the heap of a process at what lives in it. V8 collects old objects when 8 MB have been added, however little lives and however long
 * that takes, and the pages that a heap once took it keeps: a scheduler or a dashboard rises for a quarter of an hour or for half a day, a
 * fetcher to twice of what lives. A collection takes some 50 to 100 ms, twice a minute at most.
 * @param gc V8's own, where the process was started with `--expose-gc`; without it nothing is done
 * @returns a function that looks, and says whether it had to collect
 */
export function createTidy(gc: NodeJS.GCFunction | undefined = globalThis.gc, addedBytes = ADDED_BYTES): () => boolean {
  let lived = Number.POSITIVE_INFINITY;
  return () => {
    const used = oldBytes();
    // V8 has collected by itself, or this is the first look.
    if (used < lived) lived = used;
    if (!gc || used - lived <= addedBytes) return false;
    gc(used < PACKED_BYTES ? { type: 'major', flavor: 'last-resort' } : { type: 'major' });
    lived = oldBytes();
    return true;
  };
}

/** Looks every half minute. */
export function keepTidy(): () => void {
  const timer = setInterval(createTidy(), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Bytes of objects that have outlived two collections of new ones, dead or alive. */
function oldBytes(): number {
  const old = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space');
  return old?.space_used_size ?? 0;
}

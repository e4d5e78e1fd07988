import { reference, type SampleArticle } from './article.ts';
import { addressOf } from './outlets.ts';

/** Before this much of the present nothing is told: the newest article is some minutes old, and what is revised later is not of the future. */
const NEWEST_MS = 10 * 60_000;
/** The newest articles of all happenings lie within this: every outlet has published today, so that no feed looks silent. */
const WITHIN_MS = 14 * 3_600_000;
const KIN_MS = 36 * 3_600_000;

/**
 * The articles moved to the present, in the order given: each happening as a whole, so that who was first and by how much stays as it was
 * written. Days in their addresses follow, and whatever leads to those.
 */
export function inPresent(articles: readonly SampleArticle[], now: Date): SampleArticle[] {
  const happenings = happeningsOf(articles)
    .map((of) => ({ of, newest: Math.max(...of.flatMap(datesOf).map((date) => Date.parse(date))) }))
    .sort((a, b) => b.newest - a.newest);
  const step = WITHIN_MS / Math.max(1, happenings.length - 1);
  const moved = new Map(
    happenings.flatMap(({ of, newest }, place) => {
      const shift = wholeMinutes(now.getTime() - NEWEST_MS - place * step - newest);
      return of.map((each) => [each, movedBy(each, shift)] as const);
    }),
  );
  const addresses = new Map([...moved].map(([before, after]) => [addressOf(before), addressOf(after)]));
  const led = (address: string | undefined) =>
    address === undefined ? undefined : (addresses.get(address) ?? address);
  return articles.map((each) => {
    const article = moved.get(each)!;
    const { canonical, credit } = article;
    return {
      ...article,
      ...(canonical === undefined ? {} : { canonical: led(canonical) }),
      ...(credit?.href === undefined ? {} : { credit: { ...credit, href: led(credit.href) } }),
    } as SampleArticle;
  });
}

const wholeMinutes = (ms: number) => Math.floor(ms / 60_000) * 60_000;

const datesOf = (article: SampleArticle) =>
  [article.published, article.updated, article.later?.updated].filter((date) => date != null);

function movedBy(article: SampleArticle, shift: number): SampleArticle {
  const { published, updated, later } = article;
  const moved = (date: string | null) => (date === null ? null : movedDate(date, shift));
  return {
    ...article,
    path: movedPath(article.path, movedDate(published, shift)),
    published: movedDate(published, shift),
    updated: moved(updated),
    ...(later === undefined ? {} : { later: { ...later, updated: moved(later.updated) } }),
  };
}

/** A day or a month in an address: 2026/10/12, 2026-10/12, 2026-10-12, 20261012 or 2026-10. */
const DAY = /(20\d\d)([/-]?)\d\d([/-]?)\d\d(?!\d)|(20\d\d)-\d\d(?=\/)/;

/** The path with the day of `date` (ISO) in the form in which it had one. */
function movedPath(path: string, date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return path.replace(DAY, (_, whole: string | undefined, first: string, second: string) =>
    whole === undefined ? `${year}-${month}` : [year, first, month, second, day].join(''),
  );
}

/** A date some time later, in its own offset: `2026-10-12T09:40:00+02:00`. */
function movedDate(date: string, shift: number): string {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(date)![0];
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? ['', '+', '0', '0'];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(Date.parse(date) + shift + ahead).toISOString().slice(0, 19) + offset;
}

/** Articles that tell of one thing: a text and whatever was made of it, and those that look alike and came within a day and a half: a daily bulletin keeps its day. */
function happeningsOf(articles: readonly SampleArticle[]): SampleArticle[][] {
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    const next = leader.get(key) ?? key;
    return next === key ? key : find(next);
  };
  const join = (one: string, other: string) => leader.set(find(one), find(other));
  for (const each of articles) if ('of' in each.plan) join(reference(each), each.plan.of);
  const labels = Map.groupBy(
    articles.flatMap((each) => (each.apart ?? []).map((label) => ({ label, each }))),
    ({ label }) => label,
  );
  for (const of of labels.values()) {
    const inTime = of.map(({ each }) => each).sort((a, b) => Date.parse(a.published) - Date.parse(b.published));
    for (const [place, each] of inTime.entries()) {
      const before = inTime[place - 1];
      const near = before && Date.parse(each.published) - Date.parse(before.published) < KIN_MS;
      if (near) join(reference(each), reference(before));
    }
  }
  return [...Map.groupBy(articles, (each) => find(reference(each))).values()];
}
